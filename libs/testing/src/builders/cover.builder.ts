import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export interface CoverOptions {
  /** In pixels. */
  width?: number;
  height?: number;
  /** Different seeds look different. */
  seed?: number;
}

/** A small PNG in two colours, made by hand: quick enough for ten thousand books. */
export function pngCover({ width = 400, height = 600, seed = 0 }: CoverOptions = {}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // bit per pixel
  header[9] = 3; // colours from a palette
  const rowBytes = 1 + Math.ceil(width / 8);
  const rows = Buffer.alloc(rowBytes * height, (seed * 37) & 0xff);
  for (let row = 0; row < height; row++) rows[row * rowBytes] = 0; // no filter
  const [first, second] = [colour(seed), colour(seed + 7)];
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...first, ...second])),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG as cameras and publishers make them. */
export async function jpegCover({ width = 400, height = 600, seed = 0 }: CoverOptions = {}): Promise<Uint8Array> {
  const [r, g, b] = colour(seed);
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function colour(seed: number): [number, number, number] {
  const mixed = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return [mixed & 0xff, (mixed >>> 8) & 0xff, (mixed >>> 16) & 0xff];
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.byteLength + 8);
  framed.writeUInt32BE(data.byteLength, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), typed.byteLength + 4);
  return framed;
}
