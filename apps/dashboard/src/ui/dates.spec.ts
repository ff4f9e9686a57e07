import { ageOf, dateOf, waitUntil } from './dates.js';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const secondsAgo = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('an age', () => {
  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [60, '1 minute ago'],
    [3_599, '59 minutes ago'],
    [7_300, '2 hours ago'],
    [86_400, 'yesterday'],
    [3 * 86_400, '3 days ago'],
    [20 * 86_400, '26 May 2026'],
  ])('of %i seconds is “%s”', (seconds, words) => {
    expect(ageOf(secondsAgo(seconds), NOW)).toBe(words);
  });
});

describe('a wait', () => {
  it.each([
    [-5, 'any moment now'],
    [0, 'any moment now'],
    [30, 'in less than a minute'],
    [60, 'in 1 minute'],
    [870, 'in 14 minutes'],
    [7_300, 'in 2 hours'],
    [86_400, 'tomorrow'],
  ])('of %i seconds is “%s”', (seconds, words) => {
    expect(waitUntil(secondsAgo(-seconds), NOW)).toBe(words);
  });
});

describe('a date', () => {
  it.each([
    ['1969', '1969'],
    ['1969-03', 'March 1969'],
    ['1815-12-23', '23 December 1815'],
    ['2026-05-26T23:59:59.000Z', '26 May 2026'],
    ['1969-13', '1969-13'],
  ])('%s is no more precise than it came: %s', (date, words) => {
    expect(dateOf(date)).toBe(words);
  });
});
