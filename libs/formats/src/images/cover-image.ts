import type { CoverImage } from '@octavo/domain';
import sharp from 'sharp';

const MAX_PIXELS = 100_000_000;
/** In pixels: less is an ornament or a thumbnail. */
const MIN_SIDE = 100;
/** Height to width: beyond is a banner or a spine. */
const MIN_ASPECT = 0.3;
const MAX_ASPECT = 3;

/** What an image is as a cover, or one sentence why it is none. Media types and extensions lie, so the bytes decide. */
export async function coverImage(name: string, bytes: Uint8Array): Promise<CoverImage | string> {
  const mediaType = imageType(bytes);
  if (mediaType === undefined) return `The cover "${name}" is no JPEG, PNG, WebP or GIF.`;
  const size = await pixelSize(bytes);
  if (size === undefined) return `The cover "${name}" is damaged.`;
  if (fits(size)) return { bytes, mediaType, ...size };
  return `The cover "${name}" is ${size.width} by ${size.height} pixels, too odd for a cover.`;
}

/** By the first bytes. */
function imageType(bytes: Uint8Array): CoverImage['mediaType'] | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('GIF8')) return 'image/gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : undefined;
}

/** Reads the header only; nothing is decoded. Undefined when even that is broken. */
async function pixelSize(bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  try {
    const { width, height } = await sharp(bytes, { failOn: 'none', limitInputPixels: MAX_PIXELS }).metadata();
    return { width, height };
  } catch {
    return undefined; // the bytes are in memory, so it can only be they that are wrong
  }
}

function fits({ width, height }: { width: number; height: number }): boolean {
  const aspect = height / width;
  return (
    Math.min(width, height) >= MIN_SIDE && width * height <= MAX_PIXELS && aspect >= MIN_ASPECT && aspect <= MAX_ASPECT
  );
}
