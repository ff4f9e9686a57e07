import { scanXml } from './scan-xml.js';
import { NOBODY } from './xml-listener.js';
import { titlePage, type TitlePageContent } from './title-page.js';

const BOOK: TitlePageContent = { version: '3.0', language: 'en-GB', title: 'Emma', cover: undefined };

function titleOf(page: string): string | undefined {
  return /<title>([^<]*)<\/title>/.exec(page)?.[1];
}

describe('The title page', () => {
  it('shows the cover, and says whose it is', () => {
    const page = titlePage({ ...BOOK, cover: '../img/c%20%26.jpg' });
    expect(page).toContain('<img src="../img/c%20%26.jpg" alt="Emma"/>');
    expect(page).toContain('max-height: 100%');
    expect(page).not.toContain('<p');
  });

  it('says in English why it is empty where there is no cover', () => {
    expect(titlePage(BOOK)).toContain('<p xml:lang="en" lang="en">There is nothing on this page');
    expect(titlePage(BOOK)).not.toContain('<img');
  });

  it('is XHTML 1.1 in EPUB 2 and XHTML5 in EPUB 3', () => {
    const [two, three] = [titlePage({ ...BOOK, version: '2.0' }), titlePage(BOOK)];
    expect(two).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML 1\.1/,
    );
    expect(two).toContain('<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB">');
    expect(two).not.toMatch(/\slang=/);
    expect(three).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<!DOCTYPE html>\n<html/);
    expect(three).toContain('xml:lang="en-GB" lang="en-GB"');
  });

  it.each<[string | undefined, string]>([
    ['Emma', 'Emma'],
    ['  A\n "B" & <C> ', 'A "B" &amp; &lt;C&gt;'],
    ['x'.repeat(300), 'x'.repeat(200)],
    [undefined, 'Title page'],
    [' \u0000 ', 'Title page'],
  ])('is called as the book is, and never nothing: %j', (title, expected) => {
    expect(titleOf(titlePage({ ...BOOK, title }))).toBe(expected);
  });

  it.each([undefined, '', 'not a language', '" onload="x'])('has no language where none is said: %j', (language) => {
    expect(titlePage({ ...BOOK, language })).toContain('<html xmlns="http://www.w3.org/1999/xhtml">');
  });

  it.each(['2.0', '3.0', ''])('is well-formed and carries nothing of ours in version %j', (version) => {
    for (const cover of [undefined, '"<&>.png']) {
      const page = titlePage({ version, language: 'de_AT', title: '"<&>\uD800', cover });
      expect(() => scanXml(page, () => NOBODY)).not.toThrow();
      expect(page).not.toMatch(/koboSpan|book-columns|book-inner/);
      expect(page).toContain('xml:lang="de-AT"');
    }
  });
});
