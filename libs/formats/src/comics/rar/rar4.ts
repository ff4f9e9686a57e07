import { crc32 } from 'node:zlib';
import { HeaderFields } from './header-fields.js';
import type { ListedEntry, RarBlock, RarGeneration } from './rar-block.js';
import { decodeName4 } from './rar4-name.js';
import { repacked4 } from './rar4-repacked.js';

/** RAR 1.5 to 4, after the TECHNOTE.TXT that came with RAR 4. */
export const rar4: RarGeneration = {
  version: 4,
  signature: Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
  headerLength: (start) => {
    const length = new HeaderFields(start, 5).u16();
    return length < FIXED_BYTES ? undefined : length;
  },
  block,
  // The end block came with RAR 2.9.
  hasEnd: ({ algorithm }) => algorithm >= 29,
  repacked: repacked4,
};

const FIXED_BYTES = 7;
const MAIN = 0x73;
const FILE = 0x74;
const END = 0x7b;

const HAS_DATA = 0x8000;
const MAIN_BYTES = 13;
/** Of main and file headers: RAR 2 put comments inside, at the end, where the checksum does not reach. */
const MAIN_COMMENT = 0x02;
const FILE_COMMENT = 0x08;

function block(header: Uint8Array): RarBlock | undefined {
  const fields = new HeaderFields(header, 2);
  const type = fields.u8();
  const flags = fields.u16();
  fields.at = FIXED_BYTES;
  if (type === MAIN) return main(header, flags);
  if (type === FILE) return file(header, fields, flags);
  if (type === END) return { kind: 'end', dataLength: 0 };
  return type > FILE && type < END ? other(fields, flags) : undefined;
}

function main(header: Uint8Array, flags: number): RarBlock | undefined {
  if (!isSound(header, (flags & MAIN_COMMENT) === 0 ? header.byteLength : MAIN_BYTES)) return undefined;
  return { kind: (flags & 0x80) === 0 ? 'main' : 'locked', dataLength: 0, volume: (flags & 0x01) !== 0 };
}

function file(header: Uint8Array, fields: HeaderFields, flags: number): RarBlock | undefined {
  const entry = fileEntry(fields, flags);
  if (fields.overrun || !isSound(header, (flags & FILE_COMMENT) === 0 ? header.byteLength : fields.at))
    return undefined;
  return { kind: 'file', dataLength: entry.packedSize, entry };
}

/** The first two bytes are the low half of the CRC-32 of what follows. */
function isSound(header: Uint8Array, end: number): boolean {
  return new HeaderFields(header).u16() === (crc32(header.subarray(2, end)) & 0xffff);
}

function other(fields: HeaderFields, flags: number): RarBlock | undefined {
  const dataLength = (flags & HAS_DATA) === 0 ? 0 : fields.u32();
  return fields.overrun ? undefined : { kind: 'other', dataLength };
}

function fileEntry(fields: HeaderFields, flags: number): ListedEntry {
  const packedSize = fields.u32();
  const size = fields.u32();
  fields.u8(); // the system it was made on
  const crc = fields.u32();
  fields.u32(); // time
  const algorithm = fields.u8();
  const method = fields.u8() - 0x30;
  const nameLength = fields.u16();
  fields.u32(); // attributes
  const isLarge = (flags & 0x0100) !== 0;
  const packedHigh = isLarge ? fields.u32() : 0;
  const sizeHigh = isLarge ? fields.u32() : 0;
  return {
    name: decodeName4(fields.take(nameLength), (flags & 0x0200) !== 0),
    packedSize: packedSize + packedHigh * 2 ** 32,
    // A packer that was fed by a pipe fills the size with ones.
    size: size === 0xffffffff && (!isLarge || sizeHigh === 0xffffffff) ? Infinity : size + sizeHigh * 2 ** 32,
    algorithm,
    method,
    solid: (flags & 0x10) !== 0,
    encrypted: (flags & 0x04) !== 0,
    split: (flags & 0x03) !== 0,
    directory: (flags & 0xe0) === 0xe0,
    crc32: crc,
  };
}
