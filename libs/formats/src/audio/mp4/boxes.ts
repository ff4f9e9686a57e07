import type { RandomAccess } from '@octavo/domain';
import { Cursor } from '../cursor.js';

/** A box may be empty, so a hostile file could list millions. */
const MAX_BOXES = 20_000;

/** A part of the file: four letters and what they hold (ISO 14496-12 §4.2). */
export interface Box {
  type: string;
  /** Where its content is in the file. */
  start: number;
  end: number;
  /** It claims to go on beyond what it stands in: the file was cut off there. */
  cut: boolean;
}

/** The boxes between two places, in order. One that is cut off is given as far as it goes. */
export async function* boxesIn(source: RandomAccess, from: number, to: number): AsyncGenerator<Box> {
  let at = from;
  for (let count = 0; count < MAX_BOXES && at + 8 <= to; count++) {
    const cursor = new Cursor(await source.read(at, 16));
    if (cursor.left < 8) return;
    const short = cursor.uint(4);
    const type = cursor.latin1(4);
    // 1: the size follows in eight bytes; 0: to the end.
    const size = short === 1 ? cursor.uint(8) : short === 0 ? to - at : short;
    const header = short === 1 ? 16 : 8;
    if (size < header) return;
    yield { type, start: at + header, end: Math.min(at + size, to), cut: at + size > to };
    at += size;
  }
}

/** The first box of a type, or undefined. */
async function childOf(source: RandomAccess, { start, end }: Box, type: string): Promise<Box | undefined> {
  for await (const child of boxesIn(source, start, end)) if (child.type === type) return child;
  return undefined;
}

/** The box at the end of a path of types: `at(source, track, 'mdia', 'minf', 'stbl')`. */
export async function boxAt(source: RandomAccess, from: Box, ...path: string[]): Promise<Box | undefined> {
  let box: Box | undefined = from;
  for (const type of path) box = box && (await childOf(source, box, type));
  return box;
}

/** What a box holds, up to `limit` bytes. */
export function contentOf(source: RandomAccess, { start, end }: Box, limit: number): Promise<Uint8Array> {
  return source.read(start, Math.min(end - start, limit));
}
