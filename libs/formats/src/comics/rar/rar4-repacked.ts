import { crc32 } from 'node:zlib';
import type { RarEntry, RepackedRar } from './rar-block.js';

const SIGNATURE = Buffer.from('Rar!\x1a\x07\x00', 'latin1');
const HAS_DATA = 0x8000;
const SOLID_ARCHIVE = 0x08;
const SOLID_FILE = 0x10;
/** The largest dictionary there was, so that it fits every entry. */
const DICTIONARY_4_MIB = 0xc0;
const UNIX = 3;

/** A RAR 4 archive of these entries alone; each is far below 4 GiB. */
export function repacked4(entries: readonly RarEntry[]): RepackedRar {
  const solid = entries.some((entry) => entry.solid);
  return {
    start: Buffer.concat([SIGNATURE, header(0x73, solid ? SOLID_ARCHIVE : 0, Buffer.alloc(6))]),
    headers: entries.map(fileHeader),
    end: header(0x7b, 0x4000, Buffer.alloc(0)),
  };
}

function fileHeader(entry: RarEntry): Uint8Array {
  const fields = Buffer.alloc(26);
  fields.writeUInt32LE(entry.packedSize, 0);
  fields.writeUInt32LE(entry.size, 4);
  fields.writeUInt8(UNIX, 8);
  fields.writeUInt32LE(entry.crc32 ?? 0, 9);
  fields.writeUInt8(entry.algorithm, 17);
  fields.writeUInt8(0x30 + entry.method, 18);
  fields.writeUInt16LE(1, 19);
  fields.write('p', 25, 'latin1');
  return header(0x74, HAS_DATA | DICTIONARY_4_MIB | (entry.solid ? SOLID_FILE : 0), fields);
}

function header(type: number, flags: number, fields: Uint8Array): Uint8Array {
  const bytes = Buffer.concat([Buffer.alloc(7), fields]);
  bytes.writeUInt8(type, 2);
  bytes.writeUInt16LE(flags, 3);
  bytes.writeUInt16LE(bytes.byteLength, 5);
  bytes.writeUInt16LE(crc32(bytes.subarray(2)) & 0xffff, 0);
  return bytes;
}
