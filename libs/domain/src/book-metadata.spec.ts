import { emptyDraft } from './book.js';
import { joined, keysOf, metadataFrom, titleFromPath } from './book-metadata.js';
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
    const draft = { ...emptyDraft(), publisher: 'Ace', published: { year: 1969, month: 3 } };
    const { metadata, sources } = metadataFrom([{ source: 'file', draft }], 'Left Hand.epub');
    expect(metadata).toMatchObject({ title: 'Left Hand', publisher: 'Ace', publishedDate: '1969-03', language: null });
    expect(sources).toEqual({ title: 'filepath', publisher: 'file', publishedDate: 'file' });
  });

  it('takes each field from the most trusted source that has it, and a subtitle from where its title comes', () => {
    const { metadata, sources } = metadataFrom(
      [
        { source: 'sidecar', draft: { title: 'Emma', subjects: [] } },
        { source: 'file', draft: { title: 'EMMA.doc', subtitle: 'final version', subjects: ['Fiction'] } },
        { source: 'filepath', draft: { title: 'emma', published: { year: 1815 } } },
      ],
      'emma.epub',
    );
    expect(metadata).toMatchObject({ title: 'Emma', subtitle: null, subjects: ['Fiction'], publishedDate: '1815' });
    expect(sources).toEqual({ title: 'sidecar', subjects: 'file', publishedDate: 'filepath' });
  });

  it('of two files is the better source first, and between equals the first file', () => {
    const one = metadataFrom([{ source: 'file', draft: { publisher: 'Ace' } }], 'left_hand.epub');
    const other = metadataFrom(
      [{ source: 'file', draft: { title: 'The Left Hand of Darkness', subtitle: 'A Novel', publisher: 'Orbit' } }],
      'left_hand.pdf',
    );
    const { metadata, sources } = joined(one, other);
    expect(metadata).toMatchObject({ title: 'The Left Hand of Darkness', subtitle: 'A Novel', publisher: 'Ace' });
    expect(sources).toEqual({ title: 'file', subtitle: 'file', publisher: 'file' });
  });

  it('is sorted and found by what people type', () => {
    const draft = {
      ...emptyDraft(),
      title: 'The Öresund',
      language: 'en',
      contributors: [{ name: 'Søren Ærø', role: 'author' as const }],
    };
    const keys = keysOf(metadataFrom([{ source: 'file', draft }], 'x.epub').metadata);
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
