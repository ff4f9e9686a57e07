import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { anEpub, type EpubBuilder } from '@octavo/testing';
import { wantsTitlePage } from './title-page-wanted.js';

const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><head/><body>${body}</body></html>`;
const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

function opf(items: string, spine: string): string {
  return `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>${items}</manifest><spine>${spine}</spine></package>`;
}

const item = (href: string, id = 'a') => `<item id="${id}" href="${href}" media-type="application/xhtml+xml"/>`;

function bookOf(body: string, name = 'a.xhtml'): EpubBuilder {
  return anEpub()
    .withOpf(opf(item(name), '<itemref idref="a"/>'))
    .withFile(`OEBPS/${name}`, page(body));
}

async function wants(book: EpubBuilder, wish: 'auto' | 'always' | 'never' = 'auto'): Promise<boolean> {
  return wantsTitlePage(await openEpub(bytesAccess(book.build())), wish);
}

describe('A title page is wanted', () => {
  it.each<[string, string, boolean]>([
    ['four paragraphs', '<p>a</p>'.repeat(4) + words(9), false],
    ['five paragraphs', '<p>a</p>'.repeat(5) + words(9), true],
    ['20 words', words(20), false],
    ['21 words', words(21), true],
    ['many short words', words(50, 'the') + words(9), false],
    ['short words of many bytes', words(21, 'éé'), true],
    ['an empty page', '', true],
    ['four words', words(4), true],
    ['five words', words(5), false],
    ['a picture and no words', '<img src="a.png"/>', false],
    ['a drawing and no words', '<svg xmlns="x"><image/></svg>', false],
    ['four pictures', '<img src="a"/>'.repeat(4), false],
    ['five pictures', '<img src="a"/>'.repeat(3) + '<svg xmlns="x"/>'.repeat(2), true],
    ['words of a script', `<script>${words(30)}</script><img src="a"/>`, false],
    ['words over many elements', `<b>${words(11)}</b><i>${words(10)}</i>`, true],
    ['a page that is not well-formed', '<br>' + words(21), true],
    ['a broken page with a picture', '<br><img src="a">', false],
    ['a page with spans', `<span class="koboSpan" id="kobo.1.1">${words(30)}</span>`, false],
    ['a page nested too deeply', '<div>'.repeat(600) + words(30), false],
  ])('by what the first page holds: %s', async (_name, body, expected) => {
    expect(await wants(bookOf(body))).toBe(expected);
    expect(await wants(bookOf(body), 'never')).toBe(false);
    expect(await wants(bookOf(body), 'always')).toBe(true);
  });

  it.each<[string, boolean]>([
    ['a.xhtml', true],
    ['cover.xhtml', false],
    ['my-TitlePage.html', false],
    ['cover/a.xhtml', true],
    ['title.svg', false],
  ])('by how it is called: %s', async (name, expected) => {
    expect(await wants(bookOf(words(30), name))).toBe(expected);
  });

  it('by the first page of the linear spine', async () => {
    const items = item('cover.xhtml', 'c') + item('a.xhtml');
    const book = (linear: string) =>
      anEpub()
        .withOpf(opf(items, `<itemref idref="c" linear="${linear}"/><itemref idref="a"/>`))
        .withFile('OEBPS/cover.xhtml', page(words(30)))
        .withFile('OEBPS/a.xhtml', page(words(30)));
    expect([await wants(book('yes')), await wants(book('no'))]).toEqual([false, true]);
  });

  it('by nothing but pages', async () => {
    const image = '<item id="a" href="a.png" media-type="image/png"/>';
    expect(await wants(anEpub().withOpf(opf(image, '<itemref idref="a"/>')))).toBe(false);
    expect(await wants(anEpub().withOpf(opf(item('gone.xhtml'), '<itemref idref="a"/>')))).toBe(false);
  });

  it.each<[string, EpubBuilder]>([
    ['nothing is linear', anEpub().withOpf(opf(item('a.xhtml'), '<itemref idref="a" linear="no"/>'))],
    ['the spine is empty', anEpub().withOpf(opf(item('a.xhtml'), ''))],
    [
      'there is one in the manifest',
      bookOf('').withOpf(opf(item('a.xhtml') + item('x/kepubify-titlepage-dummy.xhtml', 'x'), '<itemref idref="a"/>')),
    ],
    [
      'its id is taken',
      bookOf('').withOpf(
        opf(item('a.xhtml', 'kepubify-titlepage-dummy'), '<itemref idref="kepubify-titlepage-dummy"/>'),
      ),
    ],
    ['its name is taken in the archive', bookOf('').withFile('OEBPS/Kepubify-Titlepage-Dummy.xhtml', 'x')],
  ])('never where %s', async (_name, book) => {
    expect([await wants(book), await wants(book, 'always')]).toEqual([false, false]);
  });

  it('and a first page that is a bomb is told as one', async () => {
    await expect(wants(bookOf('<i/>'.repeat(500_001)))).rejects.toMatchObject({ code: 'archive.bomb' });
  });
});
