import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { anEpub } from '@octavo/testing';
import { coverItem } from './cover-item.js';

const PAGE = 'application/xhtml+xml';

interface Book {
  meta?: string;
  items: string;
  guide?: string;
  page?: string;
}

async function coverOf({ meta = '', items, guide = '', page = '' }: Book): Promise<string | undefined> {
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata>${meta}</metadata>
    <manifest>${items}</manifest><spine/><guide>${guide}</guide></package>`;
  const book = anEpub()
    .withOpf(opf)
    .withFile('OEBPS/text/cover.xhtml', page)
    .withFile('OEBPS/img/front.jpg', 'a')
    .withFile('OEBPS/img/two.png', 'b');
  return (await coverItem(await openEpub(bytesAccess(book.build()))))?.id;
}

const FRONT = '<item id="front" href="img/front.jpg" media-type="image/jpeg"/>';
const TWO = '<item id="two" href="img/two.png" media-type="image/png"/>';
const META = (content: string) => `<meta name="cover" content="${content}"/>`;

describe('The cover of a book', () => {
  it.each<[string, Book, string | undefined]>([
    [
      'what EPUB 3 marks',
      { meta: META('front'), items: FRONT + TWO.replace('/>', ' properties="cover-image"/>') },
      'two',
    ],
    ['what the meta names', { meta: META('two'), items: FRONT + TWO }, 'two'],
    ['the file the meta names', { meta: META('img/two.png'), items: FRONT + TWO }, 'two'],
    ['the image called cover', { items: FRONT + TWO.replace('"two"', '"cover"') }, 'cover'],
    ['what the guide points at', { items: FRONT + TWO, guide: '<reference type="cover" href="img/two.png"/>' }, 'two'],
    [
      'the image on the page the meta names',
      {
        meta: META('cover'),
        items: `<item id="cover" href="text/cover.xhtml" media-type="${PAGE}" properties="cover-image"/>${FRONT}${TWO}`,
        page: '<html><body><p title="img src"><svg><image width="1" xlink:href="../img/two.png"/></svg></p></body></html>',
      },
      'two',
    ],
    [
      'the image on the page the guide points at',
      {
        items: `<item id="c" href="text/cover.xhtml" media-type="${PAGE}"/>${TWO}`,
        guide: '<reference type="cover" href="text/cover.xhtml#top"/>',
        page: "<html><body><img alt='' src='../img/two.png'></body></html>",
      },
      'two',
    ],
    [
      'no page',
      { meta: META('c'), items: `<item id="c" href="text/cover.xhtml" media-type="${PAGE}"/>${FRONT}` },
      undefined,
    ],
    ['nothing made up', { items: FRONT + TWO }, undefined],
  ])('is %s', async (_name, book, id) => {
    expect(await coverOf(book)).toBe(id);
  });
});
