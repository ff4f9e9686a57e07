import { crc32 } from 'node:zlib';
import { HeaderFields } from './header-fields.js';
import { MAX_HEADER, type ListedEntry, type RarBlock, type RarGeneration } from './rar-block.js';
import { repacked5 } from './rar5-repacked.js';

/** RAR 5 and later, after rarlab.com/technote.htm ("RAR 5.0 archive format"). */
export const rar5: RarGeneration = {
  version: 5,
  signature: Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
  headerLength,
  block,
  hasEnd: () => true,
  repacked: repacked5,
};

const CRC_BYTES = 4;
const MAIN = 1;
const FILE = 2;
const ENCRYPTION = 4;
const END = 5;

/** A header is a CRC-32, its length from there on, then its fields. */
function headerLength(start: Uint8Array): number | undefined {
  const fields = new HeaderFields(start, CRC_BYTES);
  const length = fields.vint();
  return fields.overrun || length === 0 || length > MAX_HEADER ? undefined : fields.at + length;
}

function block(header: Uint8Array): RarBlock | undefined {
  const fields = new HeaderFields(header);
  if (fields.u32() !== crc32(header.subarray(CRC_BYTES))) return undefined;
  fields.vint();
  const type = fields.vint();
  const flags = fields.vint();
  const extraLength = (flags & 0x01) === 0 ? 0 : fields.vint();
  const dataLength = (flags & 0x02) === 0 ? 0 : fields.vint();
  if (fields.overrun || extraLength > header.byteLength) return undefined;
  if (type === ENCRYPTION) return { kind: 'locked', dataLength: 0 };
  if (type === END) return { kind: 'end', dataLength: 0 };
  if (type === MAIN) return { kind: 'main', dataLength, volume: (fields.vint() & 0x01) !== 0 };
  if (type !== FILE) return { kind: 'other', dataLength };
  const extra = header.subarray(header.byteLength - extraLength);
  const entry = fileEntry(fields, { flags, dataLength, encrypted: isEncrypted(extra) });
  return fields.overrun ? undefined : { kind: 'file', dataLength, entry };
}

function fileEntry(
  fields: HeaderFields,
  { flags, dataLength, encrypted }: { flags: number; dataLength: number; encrypted: boolean },
): ListedEntry {
  const fileFlags = fields.vint();
  const size = fields.vint();
  fields.vint(); // attributes
  if ((fileFlags & 0x02) !== 0) fields.u32(); // time
  const crc = (fileFlags & 0x04) === 0 ? undefined : fields.u32();
  const packing = fields.vint();
  fields.vint(); // the system it was made on
  const name = fields.take(fields.vint());
  return {
    name: new TextDecoder().decode(name),
    size: (fileFlags & 0x08) === 0 ? size : Infinity,
    packedSize: dataLength,
    algorithm: packing & 0x3f,
    solid: (packing & 0x40) !== 0,
    method: (packing >> 7) & 7,
    encrypted,
    split: (flags & 0x18) !== 0,
    directory: (fileFlags & 0x01) !== 0,
    ...(crc !== undefined && { crc32: crc }),
  };
}

/** Of the records behind the fields, number 1 says how the file is encrypted. */
function isEncrypted(extra: Uint8Array): boolean {
  const fields = new HeaderFields(extra);
  while (fields.at < extra.byteLength && !fields.overrun) {
    const length = fields.vint();
    const next = fields.at + length;
    if (fields.vint() === 1 && !fields.overrun) return true;
    if (length === 0) return false;
    fields.at = next;
  }
  return false;
}
