import { DomainError } from '@octavo/domain';
import sharp, { type Sharp } from 'sharp';

export interface CoverSize {
  /** The box the cover must fit into, in pixels. */
  width: number;
  height: number;
  /** Shades of grey, for screens without colour. */
  grey?: boolean;
  /** Of the JPEG, 1 to 100. */
  quality?: number;
}

const MOST_PIXELS = 100_000_000;
const USUAL_QUALITY = 85;
// Formats drawn by programs (SVG, PDF) are not images to us.
const IMAGES = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']);

/**
 * A cover as a device shows it: a baseline JPEG in RGB that fits into the box, never larger than the original, in its
 * own proportions. Transparency becomes white, EXIF's rotation is applied, CMYK is converted.
 * [mandatory] Kobo shows PNG, WebP and progressive JPEG covers as blanks.
 *
 * Throws 'file.unreadable' for what is no image, is cut off, or has more than 100 million pixels.
 */
export async function renderCover(bytes: Uint8Array, size: CoverSize): Promise<Uint8Array> {
  if (bytes.byteLength === 0) throw unreadable();
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS });
  const cover = rendered(image, size);
  try {
    const { format } = await image.metadata();
    return IMAGES.has(format) ? await cover.toBuffer() : Promise.reject(unreadable());
  } catch (error) {
    // The bytes are in memory and the size has been accepted, so it can only be the image that is wrong.
    throw error instanceof DomainError ? error : unreadable(error);
  }
}

function rendered(image: Sharp, { width, height, grey = false, quality = USUAL_QUALITY }: CoverSize): Sharp {
  return image
    .autoOrient()
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .modulate(grey ? { saturation: 0 } : {})
    .toColourspace('srgb')
    .jpeg({ quality, progressive: false });
}

function unreadable(cause?: unknown): DomainError {
  return new DomainError('file.unreadable', 'The cover is not an image that can be read.', { cause });
}
