import type { Chapter } from '@octavo/domain';
import { Cursor } from '../cursor.js';

/** The list counts in one byte. A book with more chapters than that has them only in a track. */
export const MOST_NERO_CHAPTERS = 255;
/** In units a second. */
const CLOCK = 10_000_000;

/**
 * Nero's list of chapters ("chpl"), which most tools write: a version, in version 1 four bytes more, a count, then
 * start, length of title and title of each.
 */
export function neroChapters(bytes: Uint8Array): Chapter[] {
  const cursor = new Cursor(bytes);
  const version = cursor.uint(1);
  cursor.skip(version === 0 ? 3 : 7);
  const count = cursor.uint(1);
  const chapters: Chapter[] = [];
  while (chapters.length < count && cursor.left >= 9) {
    const startSec = cursor.uint(8) / CLOCK;
    chapters.push({ title: cursor.utf8(cursor.uint(1)), startSec });
  }
  return chapters;
}
