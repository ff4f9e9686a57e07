import { inOrderOfInterest, offerWords } from './discovery-words.js';

describe('what an account has at a marketplace', () => {
  it.each([
    [1357, null, false, '1,357 titles'],
    [1, null, true, '1 title, synced already'],
    [0, null, false, 'No titles'],
    [null, null, false, 'How many titles is not said'],
    [null, 'It does not answer.', false, 'It does not answer.'],
  ])('%s titles, error %s, here: %s, is “%s”', (total, error, isHere, words) => {
    expect(offerWords({ total, error }, isHere)).toBe(words);
  });

  it('comes first where it is most, and last where nobody answered', () => {
    const found = [
      { country: 'us', total: 0, error: null },
      { country: 'jp', total: null, error: 'No answer' },
      { country: 'de', total: 3, error: null },
      { country: 'au', total: null, error: null },
      { country: 'uk', total: 40, error: null },
    ] as const;
    expect(inOrderOfInterest(found).map(({ country }) => country)).toEqual(['uk', 'de', 'au', 'us', 'jp']);
  });
});
