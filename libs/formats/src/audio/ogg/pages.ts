import type { RandomAccess } from '@octavo/domain';
import { Cursor } from '../cursor.js';

const HEADER = 27;
/** A cover of 32 MiB would take half as many. */
const MAX_PAGES = 1000;

export interface OggPage {
  /** Tells the streams of a file apart. */
  serial: number;
  /** It carries on a packet of the page before. */
  continued: boolean;
  /** The parts of packets in it; the last is unfinished when `open`. */
  segments: Uint8Array[];
  open: boolean;
}

/** Pages from the start of the file (RFC 3533 §6), until one is not where it should be. Checksums are not looked at. */
export async function* oggPages(source: RandomAccess): AsyncGenerator<OggPage> {
  let at = 0;
  for (let count = 0; count < MAX_PAGES; count++) {
    const cursor = new Cursor(await source.read(at, HEADER));
    if (cursor.left < HEADER || cursor.latin1(4) !== 'OggS') return;
    cursor.skip(1);
    const continued = (cursor.uint(1) & 1) !== 0;
    cursor.skip(8);
    const serial = cursor.uintLE(4);
    cursor.skip(8);
    const lacing = await source.read(at + HEADER, cursor.uint(1));
    const length = lacing.reduce((sum, value) => sum + value, 0);
    const bodyAt = at + HEADER + lacing.byteLength;
    const body = await source.read(bodyAt, length);
    yield { serial, continued, segments: segmentsOf(body, lacing), open: lacing.at(-1) === 255 };
    at = bodyAt + length;
  }
}

/** A value under 255 ends a packet. */
function segmentsOf(body: Uint8Array, lacing: Uint8Array): Uint8Array[] {
  const cursor = new Cursor(body);
  const segments: Uint8Array[] = [];
  let length = 0;
  for (const [at, value] of lacing.entries()) {
    length += value;
    if (value === 255 && at < lacing.byteLength - 1) continue;
    segments.push(cursor.take(length));
    length = 0;
  }
  return segments;
}
