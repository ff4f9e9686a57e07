import { didWords, isWorthDoing, wouldWords } from './bulk-words.js';

const locks = { locks: { title: true } };

describe('a change in many books', () => {
  it.each([
    [{ total: 40, changed: 12 }, {}, '12 of 40 books change.'],
    [{ total: 1, changed: 1 }, {}, '1 of 1 book changes.'],
    [{ total: 40, changed: 0 }, {}, 'In none of them a value changes.'],
    [{ total: 40, changed: 0 }, locks, 'In none of them a value changes. Locks are set in all 40.'],
    [
      { total: 1, changed: 0 },
      { locks: { title: false } },
      'In none of them a value changes. Locks are taken away in the one book.',
    ],
  ])('would be, of %j with %j: %s', (answer, patch, words) => {
    expect(wouldWords(answer, patch)).toBe(words);
  });

  it.each([
    [{ total: 40, changed: 12 }, {}, '12 books changed', true],
    [{ total: 40, changed: 0 }, {}, 'Nothing had to be changed', false],
    [{ total: 40, changed: 0 }, locks, 'The locks of 40 books are changed', true],
  ])('was, of %j with %j: %s', (answer, patch, words, worth) => {
    expect(didWords(answer, patch)).toBe(words);
    expect(isWorthDoing(answer, patch)).toBe(worth);
  });
});
