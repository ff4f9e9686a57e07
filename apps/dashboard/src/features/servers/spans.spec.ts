import { tookWords, waitWords } from './spans.js';

describe('a span that is over', () => {
  it.each([
    [0.4, 'less than a second'],
    [1, '1 second'],
    [12.4, '12 seconds'],
    [59.6, '1 minute'],
    [61, '1 minute'],
    [180, '3 minutes'],
    [3_599, '1 h 0 min'],
    [4_800, '1 h 20 min'],
    [7_199, '2 h 0 min'],
  ])('of %d seconds is “%s”', (seconds, words) => {
    expect(tookWords(seconds)).toBe(words);
  });
});

describe('a span to be waited', () => {
  it.each([
    [1, '1 second'],
    [30, '30 seconds'],
    [61, '2 minutes'],
    [3_600, '60 minutes'],
    [3_601, '2 hours'],
  ])('of %d seconds is never said shorter than it is: “%s”', (seconds, words) => {
    expect(waitWords(seconds)).toBe(words);
  });
});
