import { resolveHref } from './href.js';

describe('an href', () => {
  it.each([
    ['OEBPS/content.opf', 'a.xhtml', 'OEBPS/a.xhtml'],
    ['OEBPS/content.opf', '../Images/a%20b.jpg#x', 'Images/a b.jpg'],
    ['OEBPS/content.opf', '/Images/a.jpg?x=1', 'Images/a.jpg'],
    ['OEBPS/text/a.xhtml', '..\\img\\b.png', 'OEBPS/img/b.png'],
    ['content.opf', './a.xhtml', 'a.xhtml'],
    ['content.opf', 'a+b.xhtml', 'a+b.xhtml'],
    ['', 'OEBPS/a.xhtml', 'OEBPS/a.xhtml'],
    ['OEBPS/content.opf', '../../a.xhtml', undefined],
    ['content.opf', '%2e%2e/a.xhtml', undefined],
    ['content.opf', 'https://example.org/a', undefined],
    ['content.opf', '//example.org/a', undefined],
    ['content.opf', 'data:image/png;base64,xx', undefined],
    ['content.opf', '#top', undefined],
    ['content.opf', '', undefined],
  ])('from %j, %j leads to %j', (from, href, name) => expect(resolveHref(from, href)).toBe(name));
});
