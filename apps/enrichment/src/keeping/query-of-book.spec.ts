import type { WholeStoredBook } from '@octavo/database';
import { NOTHING_KNOWN } from '@octavo/domain';
import { queryOf, wantedOf } from './query-of-book.js';

const book = (metadata: object, origins: object = {}): WholeStoredBook => ({
  metadata: { ...NOTHING_KNOWN, title: 'Emma', ...metadata },
  origins,
  status: 'READY',
  cover: { id: null, width: 0, height: 0 },
});

describe('what is asked for', () => {
  it('is what is known of the book', () => {
    const contributors = [
      { name: 'Jane Austen', role: 'author' as const },
      { name: 'Ann Other', role: 'editor' as const },
    ];
    const known = book({ contributors, series: [{ name: 'S', number: '2' }], publishedDate: '1815-12', pageCount: 9 });
    expect(queryOf(known, 'ebook')).toEqual({
      ...{ title: 'Emma', authors: ['Jane Austen'], series: { name: 'S', number: '2' }, identifiers: [] },
      ...{ year: 1815, pageCount: 9, medium: 'ebook' },
    });
  });

  it('is not proved by numbers that came from those who are asked', () => {
    const identifiers = [
      { scheme: 'goodreads', value: '1' },
      { scheme: 'isbn', value: '9780141439587' },
    ];
    const origins = { identifiers: { source: 'file' }, 'identifiers.goodreads': { source: 'enrichment' } };
    expect(queryOf(book({ identifiers }, origins), 'ebook').identifiers).toEqual([identifiers[1]]);
  });
});

describe('what a book lacks', () => {
  it('is what nobody said, and what was only guessed', () => {
    const known = book(
      { description: 'x', series: [{ name: 'S' }], subjects: ['a'], publishedDate: '1815', publisher: 'P' },
      { series: { source: 'filepath' }, description: { source: 'file' } },
    );
    expect(wantedOf(known, 'ebook')).toEqual(['series', 'cover']);
    expect(wantedOf(known, 'audiobook')).toEqual(['series', 'cover', 'narrators']);
    expect(wantedOf({ ...known, cover: { id: 'c', width: 1, height: 1 } }, 'ebook')).toEqual(['series']);
  });
});
