import type { PictureSize } from './cover-picture.js';

/** What stands between a picture's id and its ending: "SL500", "AC_SX98", "SY75". */
const WISH = /(SL|SX|SY|UX|UY)(\d{1,4})/;

/** The size in which Amazon's stores send a picture, which is never larger than it was uploaded. */
export function wishedSize(uploaded: PictureSize, modifiers: string): PictureSize {
  const [, side = '', pixels = ''] = WISH.exec(modifiers) ?? [];
  if (side === '') return uploaded;
  const { width, height } = uploaded;
  const along = side.endsWith('X') ? width : side.endsWith('Y') ? height : Math.max(width, height);
  return scaled(uploaded, Number(pixels) / along);
}

/** The largest that fits into a frame; never larger than it was. */
export function fitting(uploaded: PictureSize, frame: PictureSize): PictureSize {
  return scaled(uploaded, Math.min(frame.width / uploaded.width, frame.height / uploaded.height));
}

function scaled({ width, height }: PictureSize, by: number): PictureSize {
  const factor = Math.min(1, by);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
