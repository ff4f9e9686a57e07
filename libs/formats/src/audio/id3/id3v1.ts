import type { RandomAccess } from '@octavo/domain';
import { Cursor } from '../cursor.js';
import type { Tags } from '../tags.js';

const LENGTH = 128;

/**
 * The tag of old rips in the last 128 bytes: texts of up to 30 bytes in Latin-1. They go under the free names, so
 * anything an ID3v2 tag says comes before them.
 */
export async function readId3v1(source: RandomAccess, tags: Tags): Promise<void> {
  const cursor = new Cursor(await source.read(source.size - LENGTH, LENGTH));
  if (cursor.left < LENGTH || cursor.latin1(3) !== 'TAG') return;
  for (const name of ['TITLE', 'ARTIST', 'ALBUM']) tags.add(name, text(cursor, 30));
  tags.add('DATE', text(cursor, 4));
}

function text(cursor: Cursor, length: number): string {
  return cursor.latin1(length).split('\0', 1)[0] ?? '';
}
