import { emptyDraft } from './book.js';
import { keysOf, titleFromPath } from './book-metadata.js';
import { bookFrom } from './merging/index.js';
import { foldText, searchWords } from './search-text.js';

describe('a title taken from a file name', () => {
  it.each([
    ['a/b/The_Left_Hand of Darkness.epub', 'The Left Hand of Darkness'],
    ['x.kepub.epub', 'x'],
    ['Mr. Fox.epub', 'Mr. Fox'],
    ['no extension', 'no extension'],
    ['.epub', '.epub'],
    ['Cafe\u0301.epub', 'Café'],
  ])('%s', (path, title) => expect(titleFromPath(path)).toBe(title));
});

describe('what lists sort by', () => {
  it('is sorted and found by what people type', () => {
    const draft = {
      ...emptyDraft(),
      title: 'The Öresund',
      language: 'en',
      contributors: [{ name: 'Søren Ærø', role: 'author' as const }],
    };
    const keys = keysOf(bookFrom([{ source: 'file', draft }]).metadata);
    expect(keys).toMatchObject({ authorSort: 'soren aero' });
    expect(keys.sortTitle).toMatch(/^oresund/);
    for (const word of searchWords('ÖRESUND  Aero, söreN')) expect(keys.searchText).toContain(word);
  });
});

describe('folded text', () => {
  it.each([
    ['  Crème   Brûlée ', 'creme brulee'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['ﬁn', 'fin'],
    ['草枕', '草枕'],
  ])('%s', (text, folded) => expect(foldText(text)).toBe(folded));
});
