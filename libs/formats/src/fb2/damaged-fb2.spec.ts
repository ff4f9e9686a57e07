import { bytesAccess, type BookDraft } from '@octavo/domain';
import { anFb2, aZip, type Fb2Builder } from '@octavo/testing';
import { readBook } from '../readers.js';

const emma = () => anFb2().titled('Emma').by({ first: 'Jane', last: 'Austen' });

async function draftOf(book: Fb2Builder | Uint8Array | string, name = 'book.fb2'): Promise<BookDraft> {
  const bytes = typeof book === 'string' ? Buffer.from(book) : book instanceof Uint8Array ? book : book.build();
  return (await readBook(bytesAccess(bytes), name)).draft;
}

describe('a damaged FB2', () => {
  it.each([
    ['a bare "&"', '<book-title>War & Peace &c.</book-title>', 'War & Peace &c.'],
    ['an entity of HTML', '<book-title>War&nbsp;&mdash;&nbsp;Peace</book-title>', 'War — Peace'],
    ['an element that is never closed', '<book-title>War</book-title><keywords>peace', 'War'],
    ['its title escaped twice', '<book-title>War &amp;amp; Peace</book-title>', 'War & Peace'],
  ])('with %s is read', async (_, info, title) => {
    expect((await draftOf(anFb2().withDescription(`<title-info>${info}</title-info>`))).title).toBe(title);
  });

  it('whose description never ends is read to where the text begins', async () => {
    const xml = emma().xml().replace('</description>', '');
    expect(await draftOf(xml)).toMatchObject({ title: 'Emma', warnings: [expect.stringMatching(/has no end/)] });
  });

  it('keeps its title when a chapter has broken bytes', async () => {
    const bytes = Buffer.from(anFb2().titled('Пикник на обочине').build());
    bytes[bytes.indexOf('dark and stormy')] = 0xff;
    expect((await draftOf(bytes)).title).toBe('Пикник на обочине');
  });

  it('in UTF-16 may have a stray byte at its end', async () => {
    const bytes = anFb2().titled('Emma').withBody('<p/>'.repeat(2000)).encodedAs('utf-16le').build();
    expect((await draftOf(Buffer.concat([bytes, Buffer.from('\n')]))).title).toBe('Emma');
  });

  it('without a description is a book without a title', async () => {
    const xml = '<FictionBook><body><p>Text</p></body></FictionBook>';
    expect((await draftOf(xml)).warnings).toContain('The book does not name its title.');
  });

  it.each([
    ['XML of another kind', '<?xml version="1.0"?><rss><description>x</description></rss>', 'a.fb2', 'file.unreadable'],
    ['text', 'It was a dark and stormy night.', 'a.fb2', 'file.unreadable'],
    [
      'a zip with another XML called *.fb2',
      aZip().with('a.fb2', '<html><body/></html>').build(),
      'a.fbz',
      'file.unreadable',
    ],
    ['a zip without an FB2', aZip().with('a.txt', 'x').build(), 'a.fbz', 'file.unreadable'],
    [
      'a zip packed in another way',
      aZip()
        .with('a.fb2', 'x', { claims: { method: 12 } })
        .build(),
      'a.fbz',
      'file.unreadable',
    ],
    [
      'a nest of elements',
      `<FictionBook><description>${'<p>'.repeat(2000)}</description></FictionBook>`,
      'a.fb2',
      'file.unreadable',
    ],
  ])('that is %s is a problem', async (_, content, name, code) => {
    await expect(draftOf(content, name)).rejects.toMatchObject({ code });
  });

  it('behind a zip password says that it is locked', async () => {
    const zip = aZip().with('a.fb2', emma().build(), { encrypted: true }).build();
    expect(await draftOf(zip, 'a.fbz')).toMatchObject({
      drm: 'password',
      warnings: [expect.stringMatching(/password/)],
    });
  });

  it('resolves no entity and reads no DTD', async () => {
    const doctype = '<!DOCTYPE FictionBook [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "<p>z</p>">]>';
    const xml = anFb2().withDescription('<title-info><book-title>A&x;B&y;C</book-title></title-info>').xml();
    expect((await draftOf(xml.replace('<FictionBook', `${doctype}<FictionBook`))).title).toBe('A&x;B&y;C');
  });
});
