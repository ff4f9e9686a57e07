import { alsoWords, formFacts, heardWords, reasonsWords } from './form-words.js';

type Form = Parameters<typeof formFacts>[0];
const form: Form = {
  medium: 'audiobook',
  ...{ durationSec: 40_800, narrators: ['A. Reader'], heardPercent: 41.4 },
  ...{ isFinished: false, missing: false },
};

describe('another form of a book', () => {
  it.each([
    ['ebook', 'audiobook', 'You also have the audiobook'],
    ['audiobook', 'ebook', 'You also have it to read'],
    ['audiobook', 'audiobook', 'You also have another recording'],
    ['ebook', 'ebook', 'You also have another edition'],
    [undefined, 'audiobook', 'You also have the audiobook'],
  ] as const)('beside %s is %s: “%s”', (own, medium, words) => {
    expect(alsoWords(own, { medium })).toBe(words);
  });

  it.each<[Partial<Form>, string | undefined]>([
    [{}, '11 h 20 min, read by A. Reader, 41\u00A0% heard'],
    [{ isFinished: true, heardPercent: null }, '11 h 20 min, read by A. Reader, heard to the end'],
    [{ durationSec: 0, narrators: [], heardPercent: 0 }, undefined],
    [{ durationSec: null, narrators: ['A', 'B', 'C', 'D', 'E'], heardPercent: 0.3 }, 'read by A, B, C and 2 more'],
    [
      { narrators: [], heardPercent: null, missing: true },
      '11 h 20 min, the audiobook’s files are missing at the moment',
    ],
    [{ medium: 'ebook', durationSec: null, narrators: [] }, undefined],
  ])('with %j is told as “%s”', (more, words) => {
    expect(formFacts({ ...form, ...more })).toBe(words);
  });

  it('is heard as far as it is, and no further', () => {
    expect(heardWords({ heardPercent: 99.6, isFinished: false })).toBe('99\u00A0% heard');
    expect(heardWords({ heardPercent: 0, isFinished: false })).toBeUndefined();
  });
});

describe('what speaks for a work', () => {
  it('is told in words', () => {
    expect(reasonsWords({ reasons: ['title 0.93', 'author 1.00', 'same series'] })).toBe(
      'nearly the same title, the same author, same series',
    );
    expect(reasonsWords({ reasons: [] })).toBe('');
  });
});
