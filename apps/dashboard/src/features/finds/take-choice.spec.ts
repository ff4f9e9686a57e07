import { acceptOf, everything, isTaken, kindOf, offersOf, withToggled } from './take-choice.js';

const at = '2026-01-02T03:04:05.000Z';
const from = (source: 'manual' | 'file' | 'filepath', locked = false) => ({ source, provider: null, at, locked });

const find = {
  hasCover: true,
  coverUrl: '/picture',
  differences: [
    { field: 'title', before: 'ulysses', after: 'Ulysses' },
    { field: 'subtitle', before: null, after: 'A Novel' },
    { field: 'description', before: null, after: '<p>One day.</p>' },
    { field: 'publisher', before: 'Mine', after: 'Theirs' },
    { field: 'subjects', before: [], after: ['Classics'] },
  ],
};
const book = {
  coverUrl: null,
  provenance: {
    title: from('filepath'),
    subtitle: from('manual'),
    publisher: from('file'),
    subjects: from('file', true),
  },
};
const offers = offersOf(find, book);
const taken = (choice: Parameters<typeof isTaken>[0]) =>
  offers.filter((offer) => isTaken(choice, offer)).map(({ field }) => field);

describe('what is taken of a find', () => {
  it('is by itself what is empty or was guessed, save what a person emptied and what is locked', () => {
    expect(taken('gaps')).toEqual(['title', 'description', 'cover']);
    expect(acceptOf('gaps')).toEqual({});
  });

  it('is only what is empty while nobody knows yet where values come from', () => {
    const early = offersOf(find, { coverUrl: '/cover' });
    const fields = early.filter((offer) => isTaken('gaps', offer)).map(({ field }) => field);
    expect(fields).toEqual(['subtitle', 'description', 'subjects']);
  });

  it('is chosen from what goes by itself, field by field', () => {
    const more = withToggled('gaps', offers, 'publisher');
    expect(taken(more)).toEqual(['title', 'description', 'publisher', 'cover']);
    const less = withToggled(withToggled(more, offers, 'title'), offers, 'cover');
    expect(taken(less)).toEqual(['description', 'publisher']);
    expect(acceptOf(less)).toEqual({ fields: ['description', 'publisher'], cover: false });
  });

  it('is everything but what is locked', () => {
    const all = everything(offers);
    expect(taken(all)).toEqual(['title', 'subtitle', 'description', 'publisher', 'cover']);
    expect(acceptOf(all)).toMatchObject({ cover: true });
    expect([kindOf(all, offers), kindOf('gaps', offers), kindOf(new Set(['title']), offers)]).toEqual([
      'everything',
      'gaps',
      'chosen',
    ]);
  });

  it('offers the picture that is here, or one that is still to come', () => {
    const cover = (coverUrl: string | null) =>
      offersOf({ ...find, coverUrl }, book).find(({ field }) => field === 'cover');
    expect(cover('/picture')).toMatchObject({ before: null, after: '/picture', byItself: true });
    expect(cover(null)).toMatchObject({ before: null, after: null });
  });

  it('offers no picture that is the cover already', () => {
    const same = offersOf({ ...find, coverUrl: '/finds/1/cover?v=9' }, { ...book, coverUrl: '/books/1/cover?v=9' });
    expect(same.map(({ field }) => field)).not.toContain('cover');
  });

  it('offers no cover where there is none', () => {
    expect(offersOf({ ...find, hasCover: false }, book).some(({ field }) => field === 'cover')).toBe(false);
  });
});
