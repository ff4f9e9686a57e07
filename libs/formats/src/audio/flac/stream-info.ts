import { Cursor } from '../cursor.js';

const LENGTH = 34;

/**
 * How long it plays, from STREAMINFO (RFC 9639 §8.2): sample rate in 20 bits, then channels and depth, then the
 * number of samples in 36. Undefined where that is not known, which an encoder that streams leaves open.
 */
export function streamSeconds(streamInfo: Uint8Array): number | undefined {
  if (streamInfo.byteLength < LENGTH) return undefined;
  const cursor = new Cursor(streamInfo);
  cursor.skip(10);
  const rate = cursor.uint(3) >> 4;
  const samples = (cursor.uint(1) & 0x0f) * 2 ** 32 + cursor.uint(4);
  return rate > 0 && samples > 0 ? samples / rate : undefined;
}
