import { inBytes } from './sizes.js';

describe('a size in words', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [123_456, '123 kB'],
    [1_234_567, '1.2 MB'],
    [25_000_000, '25 MB'],
    [3_400_000_000, '3.4 GB'],
    [7_000_000_000_000, '7000 GB'],
  ])('%i is %s', (bytes, words) => {
    expect(inBytes(bytes)).toBe(words);
  });
});
