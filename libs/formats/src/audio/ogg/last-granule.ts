import type { RandomAccess } from '@octavo/domain';
import { Cursor } from '../cursor.js';

/** The longest page has 65 307 bytes, so this holds a whole one. */
const TAIL = 128 * 1024;
const FIRST_PAGE = 2;
/** The granule of a page on which no packet ends. */
const NONE = 2 ** 64;

/**
 * The position at which a stream ends, in granules, from its last page. Undefined where the file's end does not hold
 * one: it is cut off there, or another stream begins behind it.
 */
export async function lastGranule(source: RandomAccess, serial: number): Promise<number | undefined> {
  const start = Math.max(0, source.size - TAIL);
  const tail = Buffer.from(await source.read(start, TAIL));
  for (let at = tail.lastIndexOf('OggS'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('OggS', at - 1)) {
    const cursor = new Cursor(tail.subarray(at));
    cursor.skip(5);
    const begins = (cursor.uint(1) & FIRST_PAGE) !== 0;
    const granule = cursor.uintLE(8);
    const ours = cursor.uintLE(4) === serial;
    if (ours && granule < NONE) return granule;
    if (begins && !ours) return undefined;
  }
  return undefined;
}
