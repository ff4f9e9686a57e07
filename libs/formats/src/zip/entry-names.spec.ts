import fc from 'fast-check';
import { EntryNames, percentDecoded, safeEntryName } from './entry-names.js';

describe('the name of an entry', () => {
  it.each([
    ['OEBPS/a.xhtml', 'OEBPS/a.xhtml'],
    ['OEBPS\\a.xhtml', 'OEBPS/a.xhtml'],
    ['/OEBPS/a.xhtml', 'OEBPS/a.xhtml'],
    ['./a//b/./c', 'a/b/c'],
    ['a/../b', 'b'],
    ['a/b/', 'a/b/'],
    ['a+b%20c', 'a+b%20c'],
  ])('%j is safe as %j', (raw, name) => expect(safeEntryName(raw)).toBe(name));

  it.each(['../a', 'a/../../b', '..\\a', 'C:\\a', 'c:/a', 'a\0b', '', '/', '.', '..', 'a/..'])('%j is refused', (raw) =>
    expect(safeEntryName(raw)).toBeUndefined(),
  );

  it('never climbs, whatever it was', () => {
    const pieces = fc.array(fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', '%2e%2e', ' '), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const name = safeEntryName(parts.join(''));
        if (name === undefined) return;
        expect(name.split('/')).not.toContain('..');
        expect(name).not.toMatch(/^\/|\\|^[a-z]:/i);
      }),
    );
  });
});

describe('looking for an entry', () => {
  const names = new EntryNames(
    [
      'Images/Cover.JPG',
      'café.xhtml',
      'cafe\u0301-2.xhtml',
      'a b.xhtml',
      'c%20d.xhtml',
      '50%.xhtml',
      'x+y.xhtml',
      'same',
      'SAME',
    ].map((name) => ({ name })),
  );

  it.each([
    ['Images/Cover.JPG', 'Images/Cover.JPG'],
    ['images/cover.jpg', 'Images/Cover.JPG'],
    ['cafe\u0301.xhtml', 'café.xhtml'],
    ['caf%C3%A9.xhtml', 'café.xhtml'],
    ['CAFÉ-2.xhtml', 'cafe\u0301-2.xhtml'],
    ['a%20b.xhtml', 'a b.xhtml'],
    ['c%20d.xhtml', 'c%20d.xhtml'],
    ['c d.xhtml', 'c%20d.xhtml'],
    ['50%.xhtml', '50%.xhtml'],
    ['x+y.xhtml', 'x+y.xhtml'],
    ['SAME', 'SAME'],
    ['Same', 'same'],
    ['x y.xhtml', undefined],
    ['constructor', undefined],
  ])('%j finds %j', (asked, found) => expect(names.find(asked)?.name).toBe(found));

  it('leaves badly encoded text as it is', () => {
    expect(percentDecoded('100%')).toBe('100%');
    expect(percentDecoded('%E9')).toBe('%E9');
  });
});
