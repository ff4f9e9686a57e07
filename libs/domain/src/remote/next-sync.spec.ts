import fc from 'fast-check';
import { type EndOfSync, nextSyncAfter } from './next-sync.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const wait = (end: Partial<EndOfSync>) =>
  nextSyncAfter({ now: NOW, periodMs: 20 * MINUTE, failures: 0, random: 0.5, ...end }).getTime() - NOW.getTime();

describe('the wait for the next sync', () => {
  it.each([
    [0, 18],
    [0.5, 20],
    [1, 22],
  ])('is the period, by chance (%d) %d minutes of 20', (random, minutes) =>
    expect(wait({ random })).toBe(minutes * MINUTE),
  );

  it('doubles with each failure, up to a day', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 1_000, 1e9].map((failures) => wait({ failures }) / MINUTE);
    expect(minutes).toEqual([20, 40, 80, 160, 320, 640, 1_280, 1_440, 1_440, 1_440]);
  });

  it.each([
    [1, 0, 16],
    [1, 1, 24],
    [3, 0, 64],
    [3, 1, 96],
    [20, 0, 1_152],
    [20, 1, 1_440],
  ])('after %d failures is by chance (%d) %d minutes', (failures, random, minutes) =>
    expect(wait({ failures, random })).toBe(minutes * MINUTE),
  );

  it('is as long as the server asks for, where that is longer, but no longer than a day', () => {
    expect(wait({ failures: 1, retryAfterSec: 3_600 })).toBe(60 * MINUTE);
    expect(wait({ failures: 1, retryAfterSec: 7 })).toBe(20 * MINUTE);
    expect(wait({ failures: 5, retryAfterSec: 3_600 })).toBe(320 * MINUTE);
    expect(wait({ retryAfterSec: 3_600 })).toBe(60 * MINUTE);
    expect(wait({ failures: 1, retryAfterSec: 864_000 })).toBe(DAY);
    expect(wait({ failures: 1, retryAfterSec: -5 })).toBe(20 * MINUTE);
  });

  it('keeps its bounds, and is never shorter for one failure more', () => {
    const end = fc.record({
      periodMs: fc.integer({ min: 5 * MINUTE, max: DAY }),
      failures: fc.oneof(fc.nat(12), fc.nat(100_000)),
      retryAfterSec: fc.option(fc.nat(864_000), { nil: undefined }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(end, (one) => {
        const ms = wait(one);
        expect(ms).toBeLessThanOrEqual(DAY);
        expect(ms).toBeGreaterThanOrEqual(Math.min(one.periodMs * 0.8 - 1, DAY));
        expect(ms).toBeGreaterThanOrEqual(Math.min((one.retryAfterSec ?? 0) * 1000, DAY));
        if (one.failures > 0) expect(wait({ ...one, failures: one.failures + 1 })).toBeGreaterThanOrEqual(ms);
      }),
    );
  });
});
