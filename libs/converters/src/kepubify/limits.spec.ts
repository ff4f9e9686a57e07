import { KEPUBIFY_LIMITS } from './limits.js';

describe('The time a conversion may take', () => {
  it.each([
    [0, 60_000],
    [1, 61_000],
    [1_000_000, 61_000],
    [1_000_001, 62_000],
    [500_000_000, 560_000],
  ])('is, for %d bytes, %d ms', (bytes, ms) => {
    expect(KEPUBIFY_LIMITS.conversionMs(bytes)).toBe(ms);
  });
});
