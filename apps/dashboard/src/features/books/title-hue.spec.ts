import fc from 'fast-check';
import { titleHue } from './title-hue.js';

describe('the colour of a title', () => {
  it('is a hue, the same each time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleHue(title)).toBeGreaterThanOrEqual(0);
        expect(titleHue(title)).toBeLessThan(360);
        expect(titleHue(title)).toBe(titleHue(title));
      }),
    );
  });

  it('differs between parts of a set', () => {
    expect(new Set(['Part 1', 'Part 2', 'Part 3'].map(titleHue)).size).toBe(3);
  });
});
