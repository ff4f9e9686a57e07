import type { RandomAccess } from '@octavo/domain';
import { Cursor, latin1 } from '../cursor.js';
import { boxAt, contentOf, type Box } from './boxes.js';
import { seconds } from './media-time.js';

/** Enough for every header of a track; its tables are larger and are not read here. */
const HEADER_BYTES = 1024;

export interface Mp4Track {
  box: Box;
  id: number;
  /** 'soun', 'text', 'sbtl', 'vide'. */
  handler: string;
  timescale: number;
  durationSec: number | undefined;
  /** How its samples are coded: 'mp4a', 'aavd'. */
  coding: string;
  /** The tracks it names as its chapters. */
  chapterTracks: number[];
}

/** The headers of one track (ISO 14496-12 §8.3 to §8.5). */
export async function readTrack(source: RandomAccess, box: Box): Promise<Mp4Track> {
  const bytes = async (...path: string[]) => {
    const found = await boxAt(source, box, ...path);
    return found === undefined ? new Uint8Array() : contentOf(source, found, HEADER_BYTES);
  };
  const { timescale, duration } = mediaHeader(await bytes('mdia', 'mdhd'));
  return {
    box,
    id: trackId(await bytes('tkhd')),
    handler: latin1((await bytes('mdia', 'hdlr')).subarray(8, 12)),
    timescale,
    durationSec: seconds(duration, timescale),
    coding: latin1((await bytes('mdia', 'minf', 'stbl', 'stsd')).subarray(12, 16)),
    chapterTracks: numbers(await bytes('tref', 'chap')),
  };
}

/** Version 1 has its dates in eight bytes each, and the duration too. */
export function mediaHeader(bytes: Uint8Array): { timescale: number; duration: number } {
  const wide = bytes[0] === 1;
  const cursor = new Cursor(bytes);
  cursor.skip(wide ? 20 : 12);
  return { timescale: cursor.uint(4), duration: cursor.uint(wide ? 8 : 4) };
}

function trackId(header: Uint8Array): number {
  const cursor = new Cursor(header);
  cursor.skip(header[0] === 1 ? 20 : 12);
  return cursor.uint(4);
}

function numbers(bytes: Uint8Array): number[] {
  const cursor = new Cursor(bytes);
  const found: number[] = [];
  while (cursor.left >= 4) found.push(cursor.uint(4));
  return found;
}
