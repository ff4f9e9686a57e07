import { pauseMs, readRetryAfter } from './pauses.js';

const NOW = Date.UTC(2026, 0, 1, 12);

it.each<[string | undefined, number | undefined]>([
  ['2', 2],
  [' 120 ', 120],
  ['1.5', 2],
  ['0', 0],
  ['9999999', 86_400],
  ['Thu, 01 Jan 2026 12:00:30 GMT', 30],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['Thursday, 01-Jan-26 12:00:30 GMT', 30],
  ['Fri, 01 Jan 2027 12:00:00 GMT', 86_400],
  ['-1', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  ['1e9', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
  ['9'.repeat(400), undefined],
])('reads the wait %j as %j', (text, seconds) => expect(readRetryAfter(text, NOW)).toBe(seconds));

it('waits twice as long each time, half a minute at most, a fifth more or less', () => {
  const pauses = (random: number) =>
    [1, 2, 3, 4, 7, 20].map((attempt) =>
      pauseMs(attempt, { now: () => 0, sleep: () => Promise.resolve(), random: () => random }),
    );
  expect(pauses(0.5)).toEqual([500, 1000, 2000, 4000, 30_000, 30_000]);
  expect(pauses(0)).toEqual([400, 800, 1600, 3200, 24_000, 24_000]);
  expect(pauses(1)[0]).toBe(600);
});
