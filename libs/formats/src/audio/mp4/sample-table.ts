import type { RandomAccess } from '@octavo/domain';
import { Cursor } from '../cursor.js';
import { boxAt, contentOf, type Box } from './boxes.js';

export interface Sample {
  /** In the file. */
  offset: number;
  size: number;
  /** In units of the track's clock. */
  start: number;
}

/** A track of chapters has one sample for each; more are looked at by no reader we know. */
const MAX_SAMPLES = 2000;
const MAX_TABLE = MAX_SAMPLES * 16;

/** Where the samples of a track are and when they begin (ISO 14496-12 §8.6.1, §8.7). For tracks of few samples. */
export async function samplesOf(source: RandomAccess, track: Box): Promise<Sample[]> {
  const table = await boxAt(source, track, 'mdia', 'minf', 'stbl');
  if (table === undefined) return [];
  const rows = async (type: string, ...widths: number[]) => {
    const box = await boxAt(source, table, type);
    return box === undefined ? [] : rowsOf(await contentOf(source, box, MAX_TABLE), widths);
  };
  const narrow = await rows('stco', 4);
  const chunks = narrow.length > 0 ? narrow : await rows('co64', 8);
  const sizeBox = await boxAt(source, table, 'stsz');
  const sizes = sizeBox === undefined ? [] : sizesOf(await contentOf(source, sizeBox, MAX_TABLE));
  const starts = startsOf(await rows('stts', 4, 4), sizes.length);
  const offsets = offsetsOf(
    chunks.map(([offset = 0]) => offset),
    await rows('stsc', 4, 4, 4),
    sizes,
  );
  return offsets.map((offset, at) => ({ offset, size: sizes[at] ?? 0, start: starts[at] ?? 0 }));
}

/** Version and flags, a count, then rows of numbers that are so many bytes wide. */
function rowsOf(bytes: Uint8Array, widths: number[]): number[][] {
  const cursor = new Cursor(bytes);
  cursor.skip(4);
  const count = Math.min(cursor.uint(4), MAX_SAMPLES);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const rows: number[][] = [];
  while (rows.length < count && cursor.left >= width) rows.push(widths.map((one) => cursor.uint(one)));
  return rows;
}

/** One size for all, or a list of them. */
function sizesOf(bytes: Uint8Array): number[] {
  const cursor = new Cursor(bytes);
  cursor.skip(4);
  const one = cursor.uint(4);
  const count = Math.min(cursor.uint(4), MAX_SAMPLES);
  const sizes: number[] = [];
  while (sizes.length < count && (one > 0 || cursor.left >= 4)) sizes.push(one > 0 ? one : cursor.uint(4));
  return sizes;
}

/** Rows say how many samples in turn last how long. */
function startsOf(rows: number[][], count: number): number[] {
  const starts: number[] = [];
  let time = 0;
  for (const [samples = 0, duration = 0] of rows) {
    for (let at = 0; at < samples && starts.length < count; at++) {
      starts.push(time);
      time += duration;
    }
  }
  return starts;
}

/** Samples stand in chunks; a row says from which chunk on each holds how many. */
function offsetsOf(chunks: number[], rows: number[][], sizes: number[]): number[] {
  const offsets: number[] = [];
  let row = 0;
  for (const [index, chunk] of chunks.entries()) {
    while ((rows[row + 1]?.[0] ?? Infinity) <= index + 1) row++;
    let offset = chunk;
    for (let at = 0; at < (rows[row]?.[1] ?? 0) && offsets.length < sizes.length; at++) {
      const size = sizes[offsets.length] ?? 0;
      offsets.push(offset);
      offset += size;
    }
  }
  return offsets;
}
