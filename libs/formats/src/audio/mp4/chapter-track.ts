import type { Chapter, RandomAccess } from '@octavo/domain';
import { Cursor, utf8 } from '../cursor.js';
import { samplesOf } from './sample-table.js';
import type { Mp4Track } from './track.js';

/** A title, and the style that may follow it. */
const MAX_SAMPLE = 4096;
/** Apple's tools strew titles among the audio. One that is further than this from the one before is a range. */
const FAR = 64 * 1024;
const MAX_RANGES = 300;

/** QuickTime chapters: a track of texts, each as long as its chapter. Past 300 ranges the titles stay empty. */
export async function trackChapters(source: RandomAccess, track: Mp4Track): Promise<Chapter[]> {
  if (track.timescale === 0) return [];
  const samples = await samplesOf(source, track.box);
  const chapters: Chapter[] = [];
  let ranges = 0;
  let before = 0;
  for (const { offset, size, start } of samples.toSorted((a, b) => a.offset - b.offset)) {
    if (offset - before > FAR) ranges++;
    before = offset;
    const bytes = ranges <= MAX_RANGES ? await source.read(offset, Math.min(size, MAX_SAMPLE)) : new Uint8Array();
    chapters.push({ title: sampleText(bytes), startSec: start / track.timescale });
  }
  return chapters;
}

/** QuickTime File Format, "Text sample data": a length, then UTF-8, or UTF-16 where a mark says so. */
function sampleText(bytes: Uint8Array): string {
  const cursor = new Cursor(bytes);
  const text = cursor.take(cursor.uint(2));
  const mark = new Cursor(text).uint(2);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(text);
  return mark === 0xfffe ? new TextDecoder('utf-16le').decode(text) : utf8(text);
}
