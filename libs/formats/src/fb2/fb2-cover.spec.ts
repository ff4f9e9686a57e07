import { bytesAccess, type BookDraft } from '@octavo/domain';
import { anFb2, jpegCover, pngCover, type Fb2Builder } from '@octavo/testing';
import { readBook } from '../readers.js';

const COVER = pngCover({ width: 300, height: 450, seed: 1 });
const OTHER = pngCover({ width: 200, height: 300, seed: 2 });

async function draftOf(book: Fb2Builder | string): Promise<BookDraft> {
  const bytes = typeof book === 'string' ? Buffer.from(book) : book.build();
  return (await readBook(bytesAccess(bytes), 'book.fb2')).draft;
}
const sizeOf = ({ cover }: BookDraft) => (cover === undefined ? 'none' : `${cover.width}x${cover.height}`);

describe('the cover of an FB2', () => {
  const page = (href: string) => `<coverpage><image l:href="${href}"/></coverpage>`;

  it.each([
    ['the cover page, before what is called a cover', anFb2().withBinary('cover.png', OTHER).withCover(COVER, 'img_0')],
    ['the first image on the cover page', anFb2().withCover(COVER, 'a').withCover(OTHER, 'b')],
    ['an id without "#"', anFb2().withTitleInfo(page('x.png')).withBinary('x.png', COVER)],
    ['another prefix', anFb2().withTitleInfo('<coverpage><image xlink:href="#x"/></coverpage>').withBinary('x', COVER)],
    ['its id, without a cover page', anFb2().withBinary('i1', OTHER).withBinary('_Cover.jpg', COVER)],
    ['a type that lies', anFb2().withTitleInfo(page('#x')).withBinary('x', COVER, 'image/jpeg')],
  ])('is found by %s', async (_, book) => {
    const draft = await draftOf(book);
    expect(sizeOf(draft)).toBe('300x450');
    expect(draft.warnings).toEqual([]);
  });

  it('may be a JPEG', async () => {
    const draft = await draftOf(anFb2().withCover(await jpegCover({ width: 320, height: 480 }), 'c.jpg'));
    expect(draft.cover).toMatchObject({ mediaType: 'image/jpeg', width: 320 });
  });

  it('may have its line ends escaped', async () => {
    const xml = anFb2().withCover(COVER).xml().replaceAll('\r\n', '&#13;\n');
    expect(sizeOf(await draftOf(xml))).toBe('300x450');
  });

  it('may stand in elements with a prefix, in any case', async () => {
    const xml = anFb2().withCover(COVER).xml();
    const prefixed = xml.replace(/<(\/?)(\w)/g, '<$1fb:$2').replace(/binary/g, 'BINARY');
    expect(await draftOf(prefixed)).toMatchObject({ title: 'A Book', cover: { width: 300 } });
  });

  it.each([
    ['is not in the book', anFb2().withTitleInfo(page('#lost.png')), 'none', [/"lost.png" is not in the book/]],
    ['is none', anFb2().withTitleInfo(page('#x')).withBinary('x', Buffer.from('text')), 'none', [/is no JPEG/]],
    [
      'is none, for which one that is called a cover stands in',
      anFb2().withBinary('my-cover', COVER).withTitleInfo(page('#x')).withBinary('x', Buffer.from('text')),
      '300x450',
      [/is no JPEG/],
    ],
    ['is outside the book', anFb2().withTitleInfo(page('https://a.org/c.jpg')), 'none', []],
  ])('that %s', async (_, book, size, warnings) => {
    const draft = await draftOf(book);
    expect(sizeOf(draft)).toBe(size);
    expect(draft.warnings).toEqual(warnings.map((one) => expect.stringMatching(one)));
  });
});
