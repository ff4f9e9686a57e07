import sharp, { type Sharp } from 'sharp';

export interface PictureSize {
  width: number;
  height: number;
}

/** So many pictures look different; a thousand books share them. */
const LOOKS = 8;
const made = new Map<string, Promise<Buffer>>();

/** A JPEG of this size that looks like some picture; made once in each size and look. */
export function coverPicture({ width, height }: PictureSize, seed: number): Promise<Buffer> {
  return once(`${width}x${height} ${seed % LOOKS}`, () =>
    painted({ width, height }, seed % LOOKS)
      .jpeg({ quality: 82 })
      .toBuffer(),
  );
}

/** The same in the colours of printers. */
export function cmykPicture(size: PictureSize): Promise<Buffer> {
  return once(`${size.width}x${size.height} cmyk`, () =>
    painted(size, 0).toColourspace('cmyk').jpeg({ quality: 82 }).toBuffer(),
  );
}

/** Clouds of one colour: noise would be as large as no cover is, a plain surface as small. */
function painted({ width, height }: PictureSize, look: number): Sharp {
  const [across, down] = [Math.max(1, Math.ceil(width / 12)), Math.max(1, Math.ceil(height / 12))];
  const colour = { r: (look * 67) % 256, g: (look * 151 + 40) % 256, b: (look * 211 + 90) % 256 };
  const clouds = sharp({
    create: {
      width: across,
      height: down,
      channels: 3,
      background: colour,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
  return clouds.tint(colour).resize(width, height, { fit: 'fill', kernel: 'cubic' });
}

function once(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}
