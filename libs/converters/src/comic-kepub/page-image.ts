import sharp, { type Metadata, type Sharp } from 'sharp';
import { imageKind, JPEG, PNG, type ShownKind } from './image-kind.js';
import { LONGEST_IMAGE_WORK, MOST_PIXELS, MOST_PIXELS_SHOWN, PIXELS_WHEN_SCALED } from './limits.js';

/** A page's image as it goes into the book. */
export interface PageImage extends ShownKind {
  bytes: Uint8Array;
  /** In pixels, as shown. */
  width: number;
  height: number;
  /** False when the bytes are those of the comic. */
  remade: boolean;
}

/** This page is left out; the message says why. */
export class PageUnshowable extends Error {}

const QUALITY = 90;
const CANNOT_BE_READ = 'its image is damaged or of a kind that cannot be read';

// Every page is met once, so what the decoder would keep of it only grows. All cores for one page at a time would make
// everything else on the machine wait.
sharp.cache(false);
sharp.concurrency(Math.min(2, sharp.concurrency()));

/**
 * A page's image in a form every Kobo shows. JPEG, PNG and GIF are the very same bytes, which is quick and loses nothing,
 * unless they are in CMYK (Kobo's guidelines want RGB), turned by EXIF (its renderer does not turn them) or above 25
 * megapixels. Those and all other kinds become JPEG, or PNG where something shows through. Throws PageUnshowable.
 */
export async function pageImage(bytes: Uint8Array): Promise<PageImage> {
  const kind = imageKind(bytes);
  if (kind === undefined) throw new PageUnshowable('it is no image');
  const found = await attempt(opened(bytes).metadata());
  const { width, height } = found.autoOrient;
  if (width * height > MOST_PIXELS) throw new PageUnshowable(`its image has more than ${MOST_PIXELS / 1e6} megapixels`);
  if (kind === 'other' || isUnsuited(found)) return attempt(remade(bytes, found));
  return { ...kind, bytes, width, height, remade: false };
}

function isUnsuited({ space, orientation = 1, autoOrient: { width, height } }: Metadata): boolean {
  return space === 'cmyk' || orientation > 1 || width * height > MOST_PIXELS_SHOWN;
}

async function remade(bytes: Uint8Array, { hasAlpha, autoOrient }: Metadata): Promise<PageImage> {
  const kind = hasAlpha && !(await opened(bytes).stats()).isOpaque ? PNG : JPEG;
  const image = opened(bytes)
    .autoOrient()
    .resize({ ...sizeShown(autoOrient), fit: 'fill' })
    .toColourspace('srgb')
    .timeout({ seconds: LONGEST_IMAGE_WORK });
  const { data, info } = await encoded(image, kind).toBuffer({ resolveWithObject: true });
  return { ...kind, bytes: data, width: info.width, height: info.height, remade: true };
}

/**
 * Halved colours would blur coloured lettering. Tables made to measure would save a twentieth of the bytes, for half as
 * much time and memory again.
 */
function encoded(image: Sharp, kind: ShownKind): Sharp {
  if (kind === PNG) return image.png();
  return image.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', optimiseCoding: false });
}

/** Scaled by area and not into a box: a strip of panels that is forty times as high as wide must stay legible. */
function sizeShown({ width, height }: { width: number; height: number }): { width: number; height: number } {
  if (width * height <= MOST_PIXELS_SHOWN) return { width, height };
  const scale = Math.sqrt(PIXELS_WHEN_SCALED / (width * height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The first picture of several. */
function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 });
}

/** The bytes are in memory, so it can only be they that are wrong. */
async function attempt<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new PageUnshowable(CANNOT_BE_READ, { cause: error });
  }
}
