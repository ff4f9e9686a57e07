import { patienceWith, restNeeded } from './settling.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const file = (secondsAgo: number, size = 10n) => ({ size, mtimeNs: BigInt(NOW - secondsAgo * 1_000) * 1_000_000n });
const seen = (secondsAgo: number, state: ReturnType<typeof file>) => ({
  ...state,
  sameSince: new Date(NOW - secondsAgo * 1_000),
});

describe('the rest a file needs before it is believed', () => {
  it.each([
    ['none when its last change is long ago', file(60), undefined, 0],
    ['what is missing of the quiet time', file(2), undefined, 3_000],
    ['the quiet time when it has just changed', file(0), undefined, 5_000],
    ['the quiet time when its clock is ahead', file(-3_600), undefined, 5_000],
    ['none when its clock is ahead and it was the same at two looks', file(-3_600), seen(5, file(-3_600)), 0],
    ['the rest when the two looks are too close', file(-3_600), seen(2, file(-3_600)), 3_000],
    ['the quiet time again when it grew meanwhile', file(-3_600, 11n), seen(60, file(-3_600, 10n)), 5_000],
    ['the quiet time again when it was written to meanwhile', file(1), seen(60, file(30)), 4_000],
  ])('is %s', (_, state, before, expected) => expect(restNeeded(NOW, state, before, 5_000)).toBe(expected));
});

describe('the patience with a file that cannot be read', () => {
  it.each([
    [1, 5_000],
    [20, 20_000],
    [30, 15_000],
    [45, 0],
    [86_400, 0],
    [-100, 0],
  ])('changed %d s ago is %d ms', (age, expected) => expect(patienceWith(NOW, file(age), 5_000)).toBe(expected));
});
