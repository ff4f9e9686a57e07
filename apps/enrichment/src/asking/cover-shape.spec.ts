import { whyNoCover } from './cover-shape.js';

describe('the shape of a cover', () => {
  it.each<['ebook' | 'audiobook', number, number, RegExp | undefined]>([
    ['ebook', 200, 300, undefined],
    ['ebook', 199, 300, /too few/],
    ['ebook', 200, 299, /too few/],
    ['ebook', 1_600, 2_560, undefined],
    ['ebook', 900, 1_000, undefined],
    ['ebook', 910, 1_000, /shape/],
    ['ebook', 1_000, 1_000, /shape/],
    ['ebook', 500, 1_000, undefined],
    ['ebook', 490, 1_000, /shape/],
    ['ebook', 1, 1, /1 by 1 pixels are too few/],
    ['audiobook', 300, 300, undefined],
    ['audiobook', 299, 300, /too few/],
    ['audiobook', 500, 550, undefined],
    ['audiobook', 600, 900, /shape/],
    ['audiobook', 900, 600, /shape/],
  ])('of an %s: %d by %d', (medium, width, height, reason) => {
    const why = whyNoCover(medium, { width, height });
    if (reason === undefined) expect(why).toBeUndefined();
    else expect(why).toMatch(reason);
  });
});
