import { shareOfOneColour } from './blank-page.js';

/** A row of grey pixels. */
function pixels(greys: number[]) {
  return { data: Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey, 255])), width: greys.length, height: 1 };
}

describe('the share of one colour', () => {
  it.each([
    [[255, 255, 255, 255], 1],
    [[255, 255, 255, 0], 0.75],
    [[255, 250, 245, 0], 0.75],
    [[0, 80, 160, 240], 0.25],
  ])('of %j is %d', (greys, share) => expect(shareOfOneColour(pixels(greys))).toBe(share));

  it('parts colours that are equally bright', () => {
    const data = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);
    expect(shareOfOneColour({ data, width: 3, height: 1 })).toBeCloseTo(1 / 3);
  });
});
