import type { Pixels } from './render-page.js';

/** Four bits of each colour. */
const SHADES = 4096;

/** How much of a page is of one colour, 0 to 1. Shades the eye does not part count as one: scanned paper is never even. */
export function shareOfOneColour({ data, width, height }: Pixels): number {
  const counts = new Uint32Array(SHADES);
  for (let at = 0; at < data.byteLength; at += 4) {
    const shade = (((data[at] ?? 0) & 0xf0) << 4) | ((data[at + 1] ?? 0) & 0xf0) | ((data[at + 2] ?? 0) >> 4);
    counts[shade] = (counts[shade] ?? 0) + 1;
  }
  return Math.max(...counts) / (width * height);
}
