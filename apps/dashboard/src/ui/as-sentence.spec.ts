import { asSentence } from './as-sentence.js';

describe('a sentence', () => {
  it.each([
    ['Sign in first', 'Sign in first.'],
    ['Sign in first.', 'Sign in first.'],
    ['Was that meant?', 'Was that meant?'],
    ['Reading…', 'Reading…'],
  ])('of “%s” is “%s”', (words, sentence) => {
    expect(asSentence(words)).toBe(sentence);
  });
});
