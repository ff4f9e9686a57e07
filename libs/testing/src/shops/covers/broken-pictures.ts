import { coverPicture } from './cover-picture.js';

/** What stores send for a picture that is not there, with status 200: one point that is not to be seen. */
export const ONE_POINT_GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const MOST = 65_500;

/** A small JPEG whose header claims the largest picture there can be: 4.3 billion points. */
export async function hugePicture(): Promise<Buffer> {
  const picture = Buffer.from(await coverPicture({ width: 400, height: 600 }, 0));
  const frame = frameOf(picture);
  picture.writeUInt16BE(MOST, frame + 5);
  picture.writeUInt16BE(MOST, frame + 7);
  return picture;
}

/** A JPEG that ends in its middle. */
export async function halfPicture(): Promise<Buffer> {
  const picture = await coverPicture({ width: 400, height: 600 }, 0);
  return picture.subarray(0, Math.floor(picture.byteLength / 2));
}

/** Where the segment begins that tells the size (ITU T.81, B.2.2: SOF0 to SOF2). */
function frameOf(picture: Buffer): number {
  for (let at = 2; at < picture.byteLength; at += 2 + picture.readUInt16BE(at + 2)) {
    const marker = picture[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) return at;
  }
  throw new Error('a JPEG without a frame');
}
