/** A box a cover is fitted into, in pixels. */
export interface CoverSize {
  width: number;
  height: number;
}

/** Made as soon as a cover is there: the dashboard's grid, and what every Kobo asks for during a sync. */
export const PREPARED_COVER_SIZES: readonly CoverSize[] = [
  { width: 300, height: 450 },
  { width: 355, height: 530 },
];

/** Kept once somebody asked for them: the book page, lists and grids of devices, and the screens of Kobo models. */
const KEPT_COVER_SIZES: readonly CoverSize[] = [
  ...PREPARED_COVER_SIZES,
  { width: 600, height: 900 },
  { width: 60, height: 90 },
  { width: 149, height: 223 },
  { width: 600, height: 800 },
  { width: 758, height: 1024 },
  { width: 1072, height: 1448 },
  { width: 1080, height: 1440 },
  { width: 1264, height: 1680 },
  { width: 1404, height: 1872 },
];

/** True for sizes worth keeping; any other is made anew each time, so that no request can fill the disk. */
export function isKeptCoverSize({ width, height }: CoverSize): boolean {
  return KEPT_COVER_SIZES.some((size) => size.width === width && size.height === height);
}
