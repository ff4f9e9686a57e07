import { pathMatcher } from './same-path.js';

const find = (names: string[], path: string) => pathMatcher(names.map((name) => ({ name })))(path)?.name;

describe('a path as a device spells it', () => {
  it.each([
    ['as it is', 'OEBPS/c7.xhtml', 'OEBPS/c7.xhtml'],
    ['encoded by the device', 'OEBPS/caf%C3%A9%201.xhtml', 'OEBPS/café 1.xhtml'],
    ['encoded in the archive', 'OEBPS/a b.xhtml', 'OEBPS/a%20b.xhtml'],
    ['in another form of Unicode', 'OEBPS/cafe\u0301 1.xhtml', 'OEBPS/café 1.xhtml'],
    ['with a slash or dots in front', '/./OEBPS/c7.xhtml', 'OEBPS/c7.xhtml'],
    ['without its folder', 'c7.xhtml', 'OEBPS/c7.xhtml'],
    ['with a folder more', 'book/OEBPS/c7.xhtml', 'OEBPS/c7.xhtml'],
    ['with a percent sign that encodes nothing', 'OEBPS/100%.xhtml', 'OEBPS/100%.xhtml'],
    ['with half a name', '7.xhtml', undefined],
    ['with nothing', '', undefined],
    ['with a name of none', 'OEBPS/other.xhtml', undefined],
  ])('is found %s', (_how, path, expected) => {
    const names = ['OEBPS/c7.xhtml', 'OEBPS/café 1.xhtml', 'OEBPS/a%20b.xhtml', 'OEBPS/100%.xhtml'];
    expect(find(names, path)).toBe(expected);
  });

  it('is the exact one before one that only looks like it', () => {
    expect(find(['x/a.xhtml', 'a.xhtml'], 'a.xhtml')).toBe('a.xhtml');
    expect(find(['a b.xhtml', 'a%20b.xhtml'], 'a%20b.xhtml')).toBe('a%20b.xhtml');
  });
});
