import { ago, spanInWords } from './time-words.js';

describe('time in words', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [-59.4, '59 seconds'],
    [60, '1 minute'],
    [3_599, '59 minutes'],
    [7_200, '2 hours'],
    [-86_400 * 400, '400 days'],
  ])('%d seconds are %s', (seconds, words) => expect(spanInWords(seconds)).toBe(words));

  it('counts back from now, and takes the future for now', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    const before = (seconds: number) => ago(new Date(now.getTime() - seconds * 1000), now);
    expect([before(10), before(90), before(86_400), before(-500)]).toEqual([
      'just now',
      '1 minute ago',
      '1 day ago',
      'just now',
    ]);
  });
});
