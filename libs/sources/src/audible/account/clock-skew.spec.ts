import { skewOf } from './clock-skew.js';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

describe('how far our clock is ahead', () => {
  it.each([
    ['Fri, 02 Jan 2026 03:04:05 GMT', 0],
    ['Fri, 02 Jan 2026 02:04:05 GMT', 3600],
    ['Fri, 02 Jan 2026 03:14:05 GMT', -600],
  ])('is told by the answer of %s', (date, seconds) => expect(skewOf(date, NOW)).toBe(seconds));

  it.each([undefined, '', 'yesterday', '0'])('is not told by %p', (date) => expect(skewOf(date, NOW)).toBeUndefined());
});
