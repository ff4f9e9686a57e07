import type { BookFile } from '@octavo/contracts';
import { factsOf } from './facts-of.js';

const nothing = { publisher: null, publishedDate: null, language: null, identifiers: [], abridged: null, files: [] };

describe('the facts of a book', () => {
  it('are none where nothing is known', () => {
    expect(factsOf(nothing)).toEqual([]);
  });

  it('stand in reading order, in words', () => {
    const identifiers = [
      { scheme: 'isbn', value: '9780441478125' },
      { scheme: 'goodreads', value: '18423' },
    ];
    expect(factsOf({ ...nothing, publisher: 'Ace', publishedDate: '1969-03', language: 'en-GB', identifiers })).toEqual([
      { name: 'Publisher', value: 'Ace' },
      { name: 'Published', value: 'March 1969' },
      { name: 'Language', value: 'British English' },
      { name: 'ISBN', value: '9780441478125' },
      { name: 'goodreads', value: '18423' },
    ]);
  });

  it('say of a recording how long it plays and whether it is whole', () => {
    const file = { format: 'm4b', durationSec: 40_980, missing: false } as BookFile;
    expect(factsOf({ ...nothing, abridged: false, files: [file] })).toEqual([
      { name: 'Length', value: '11 h 23 min' },
      { name: 'Reading', value: 'Unabridged' },
    ]);
    expect(factsOf({ ...nothing, abridged: true })).toEqual([{ name: 'Reading', value: 'Abridged' }]);
  });

  it('show a language tag that is none as it is', () => {
    expect(factsOf({ ...nothing, language: 'English_US!' })).toEqual([{ name: 'Language', value: 'English_US!' }]);
  });
});
