import { emptyDraft } from './book.js';
import { keysOf, metadataFrom, titleFromPath } from './book-metadata.js';
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

describe('metadata from a draft', () => {
  it('notes for each field that is there where it comes from, and for no other', () => {
    const { metadata, sources } = metadataFrom(
      { ...emptyDraft(), publisher: 'Ace', published: { year: 1969, month: 3 } },
      'Left Hand.epub',
    );
    expect(metadata).toMatchObject({ title: 'Left Hand', publisher: 'Ace', publishedDate: '1969-03', language: null });
    expect(sources).toEqual({ title: 'filepath', publisher: 'file', publishedDate: 'file' });
  });

  it('is sorted and found by what people type', () => {
    const draft = {
      ...emptyDraft(),
      title: 'The Öresund',
      language: 'en',
      contributors: [{ name: 'Søren Ærø', role: 'author' as const }],
    };
    const keys = keysOf(metadataFrom(draft, 'x.epub').metadata);
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
