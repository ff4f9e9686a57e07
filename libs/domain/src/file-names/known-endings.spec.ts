import { withoutKnownEnding } from './known-endings.js';
import { splitPath } from './split-path.js';

describe('the ending of a name', () => {
  it.each([
    ['Dune.epub', 'Dune', 'book'],
    ['Dune.kepub.epub', 'Dune', 'book'],
    ['war.fb2.zip', 'war', 'book'],
    ['war.FB2.GZ', 'war', 'book'],
    ['Dune.pdf.epub', 'Dune', 'book'],
    ['Dune.CBZ', 'Dune', 'comic'],
    ['Dune.m4b', 'Dune', 'audio'],
    ['Vol. 1.5', 'Vol. 1.5', undefined],
    ['Dune.zip', 'Dune.zip', undefined],
    ['.epub', '.epub', undefined],
    ['epub', 'epub', undefined],
  ])('%s is %s', (name, stem, kind) => {
    const found = withoutKnownEnding(name);
    expect([found.stem, found.kind]).toEqual([stem, kind]);
  });

  it('tells a whole book from a piece', () => {
    const holds = ['a.mp3', 'a.m4b', 'a'].map((name) => withoutKnownEnding(name).holds);
    expect(holds).toEqual(['piece', 'book', 'unknown']);
  });
});

describe('a path', () => {
  it.each([
    ['a/b/c.epub', ['a', 'b'], 'c.epub'],
    ['/a//./../b.epub', ['a'], 'b.epub'],
    ['The%20Left%20Hand.epub', [], 'The Left Hand.epub'],
    ['100%25%20Wool.epub', [], '100% Wool.epub'],
    ['100%2525.epub', [], '100%25.epub'],
    ['100%AB Wool.epub', [], '100%AB Wool.epub'],
    ['50% off.epub', [], '50% off.epub'],
    ['E\u0301mile%CC%81.epub', [], 'Émilé.epub'],
    ['a\u200b\u202eb\u0000c\td.epub', [], 'ab c d.epub'],
    ['می\u200cخواهم.epub', [], 'می\u200cخواهم.epub'],
    ['a\ud800b', [], 'a\ufffdb'],
    ['', [], ''],
  ])('%j is taken apart and cleaned', (path, folders, name) => expect(splitPath(path)).toEqual({ folders, name }));
});
