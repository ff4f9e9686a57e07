import { allBooks, askingProgress, countWords, waitingWords } from './asking-words.js';

const nothing = { never: 0, wanted: 0, done: 0, suggested: 0, none: 0, blocked: 0 };

describe('how far the search for more is', () => {
  it('is not told while nothing waits', () => {
    expect(askingProgress(nothing)).toBeUndefined();
    expect(askingProgress({ ...nothing, never: 12 })).toBeUndefined();
    expect(countWords(nothing)).toEqual([]);
  });

  it('is the share of books that need not be asked about any more', () => {
    const counts = { ...nothing, wanted: 3, done: 6, none: 1, suggested: 2 };
    expect(askingProgress(counts)).toEqual({ waiting: 3, percent: 75 });
    expect(allBooks(counts)).toBe(12);
    expect(waitingWords(counts)).toBe('3 of 12 books wait to be asked about');
    expect(waitingWords({ ...nothing, wanted: 1 })).toBe('1 of 1 book waits to be asked about');
  });

  it('is told state by state', () => {
    const states = countWords({ never: 1, wanted: 2, done: 3, suggested: 4, none: 5, blocked: 6 });
    expect(states.map(({ state }) => state)).toEqual(['done', 'suggested', 'none', 'blocked', 'wanted', 'never']);
    expect(states[0]?.words).toBe('3 found, and what is known of them taken');
  });
});
