import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';
import type { PackedFile } from './archive-writer.js';

/** A file whose bytes still are to be packed. */
export interface FreshFile {
  name: string;
  bytes: Uint8Array;
}

/** A third faster than the usual 6, for a sixtieth more bytes. */
const LEVEL = 4;
/** In bytes: what is smaller is packed sooner than handed to another thread. */
const SMALL = 32_768;
/**
 * In bytes: what zlib's half window holds is packed with half the tables, for not one byte more. Tables of full size are
 * given back to the system after each file, and making them anew takes longer than packing a small one.
 */
const HALF_WINDOW = { bytes: 16_384, windowBits: 14, memLevel: 7 };
const WHOLE_WINDOW = { windowBits: 15, memLevel: 8 };
const LARGEST_PIECE = 262_144;
/** So many wait to be packed at most: they are in memory. */
const AHEAD = 3;
/** After so many small ones, whoever wants to end the work has a turn. */
const AT_A_STRETCH = 16;
const deflate = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

/** The files, packed, in their order. While zlib packs some on other threads, the next ones are already asked for. */
export async function* packAhead(files: AsyncIterable<FreshFile | PackedFile>): AsyncGenerator<PackedFile> {
  const packing: Promise<PackedFile>[] = [];
  let count = 0;
  for await (const file of files) {
    if (++count % AT_A_STRETCH === 0) await setImmediate();
    packing.push('bytes' in file ? packed(file) : Promise.resolve(file));
    if (packing.length > AHEAD) yield await packing.shift()!;
  }
  for (const last of packing) yield await last;
}

/** A file kept as it is. */
export function stored({ name, bytes }: FreshFile): PackedFile {
  return { name, method: 0, crc32: crc32(bytes), size: bytes.byteLength, data: bytes };
}

/** What of a file goes into the archive beside its name. */
export type Packing = Omit<PackedFile, 'name'>;

/** Packed by this thread, with the very bytes packAhead gives. */
export function packNow(bytes: Uint8Array): Packing {
  return packing(bytes, deflateRawSync(bytes, optionsFor(bytes)));
}

async function packed({ name, bytes }: FreshFile): Promise<PackedFile> {
  if (bytes.byteLength < SMALL) return { name, ...packNow(bytes) };
  return { name, ...packing(bytes, await deflate(bytes, optionsFor(bytes))) };
}

function packing(bytes: Uint8Array, data: Uint8Array): Packing {
  return { method: 8, crc32: crc32(bytes), size: bytes.byteLength, data };
}

function optionsFor(bytes: Uint8Array): ZlibOptions {
  const { windowBits, memLevel } = bytes.byteLength <= HALF_WINDOW.bytes ? HALF_WINDOW : WHOLE_WINDOW;
  // Text becomes smaller than half: one piece takes it all, and zlib has nothing to glue together.
  const chunkSize = Math.min(Math.max(bytes.byteLength >> 1, 1_024), LARGEST_PIECE);
  return { level: LEVEL, chunkSize, windowBits, memLevel };
}
