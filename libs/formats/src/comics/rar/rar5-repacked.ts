import { crc32 } from 'node:zlib';
import type { RarEntry, RepackedRar } from './rar-block.js';

const SIGNATURE = Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1');
const SMALLEST_DICTIONARY = 128 * 1024;

/**
 * A RAR 5 archive of these entries alone. The dictionary is made no larger than what they unpack to: packers claim up
 * to 4 GiB, and a dictionary never reaches back beyond the first byte.
 */
export function repacked5(entries: readonly RarEntry[]): RepackedRar {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const dictionary = Math.max(0, Math.ceil(Math.log2(unpacked / SMALLEST_DICTIONARY)));
  const solid = entries.some((entry) => entry.solid);
  return {
    start: Buffer.concat([SIGNATURE, header([1, 0, solid ? 4 : 0])]),
    headers: entries.map((entry) => fileHeader(entry, dictionary)),
    end: header([5, 0, 0]),
  };
}

function fileHeader(entry: RarEntry, dictionary: number): Uint8Array {
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(entry.crc32 ?? 0);
  const hasCrc = entry.crc32 !== undefined;
  const packing = (entry.solid ? 0x40 : 0) | (entry.method << 7) | (dictionary << 10);
  const unix = 1;
  return header([
    2,
    2, // data follows
    ...vint(entry.packedSize),
    hasCrc ? 4 : 0,
    ...vint(entry.size),
    0,
    ...(hasCrc ? crc : []),
    ...vint(packing),
    unix,
    1,
    'p'.charCodeAt(0),
  ]);
}

function header(fields: readonly number[]): Uint8Array {
  const sized = Buffer.from([...vint(fields.length), ...fields]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(sized));
  return Buffer.concat([crc, sized]);
}

function vint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}
