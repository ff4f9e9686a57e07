import { anEpub, type ServedFolder, servedFolder } from '@octavo/testing';
import { open, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { LAST_YEAR } from './tree.js';

/** Of each book a picture nobody looks at, as large as the rest is small. */
const PLATE_BYTES = 5_000_000;
const PLATE = 'OEBPS/plate.png';

/** EPUBs on the disk that any user may read. */
export interface ServedEpubs extends ServedFolder {
  /** Bytes of all of them, and of their covers. */
  bytes: number;
  coverBytes: number;
}

/**
 * EPUBs of 5 MB, each with a title, an author, sixty chapters and a cover of its own, and with one large picture. Of that
 * the disk holds nothing: it is a hole in the file, which a server sends as zeros should anybody ask for it.
 */
export async function epubsOf5MB(count: number): Promise<ServedEpubs> {
  const served = await servedFolder({});
  const cover = await photograph();
  const plate = new Uint8Array(PLATE_BYTES);
  const total = { bytes: 0, coverBytes: 0 };
  for (let n = 0; n < count; n++) {
    const own = withComment(cover, `cover ${n}`);
    const epub = anEpub()
      .titled(`A Tale of ${n}`)
      .by(`Author ${n % 100}`)
      .withChapters(60, 20);
    const bytes = epub.withCover(own).withFile(PLATE, plate).build();
    await writeWithHole(join(served.path, `Author ${n % 100} - Book ${n}.epub`), bytes);
    total.bytes += bytes.byteLength;
    total.coverBytes += own.byteLength;
  }
  return { ...served, ...total };
}

/** As heavy as covers are. */
function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  return sharp({ create: { width: 600, height: 900, channels: 3, background: 'grey', noise } })
    .jpeg({ quality: 50 })
    .toBuffer();
}

/** The same JPEG with a comment (ITU-T T.81, B.2.4.5): other bytes, and another cover. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

/** Writes what stands before the plate and after it. */
async function writeWithHole(path: string, bytes: Uint8Array): Promise<void> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = all.indexOf(PLATE) + PLATE.length;
  const file = await open(path, 'w');
  await file.write(all, 0, begin, 0);
  await file.write(all, begin + PLATE_BYTES, undefined, begin + PLATE_BYTES);
  await file.close();
  await utimes(path, LAST_YEAR, LAST_YEAR);
}
