import { crc32 } from 'node:zlib';

/** One file of an archive, ready to be written. */
export interface RarFile {
  name: string;
  /** As it stands in the archive. */
  data: Uint8Array;
  /** Unpacked, in bytes. */
  size: number;
  packed: boolean;
  solid: boolean;
  encrypted: boolean;
  /** Goes on in the next volume. */
  split: boolean;
  crc32: number;
  /** RAR 5, in powers of two of 128 KiB. */
  dictionary: number;
  /** RAR 4: the version that is needed to unpack it, times ten. */
  needs: number;
  /** How long the data is said to be. */
  claimedLength: number;
}

/** What is true of a whole archive. */
export interface RarTraits {
  solid: boolean;
  lockedHeaders: boolean;
  /** One of a set. */
  volume: boolean;
}

/** How the two generations of RAR write the same things. */
export interface RarForm {
  signature: Uint8Array;
  main(traits: RarTraits): Uint8Array;
  file(file: RarFile): Uint8Array;
  end: Uint8Array;
}

/** RAR 5: every number is 7 bits to the byte, low ones first; a CRC-32 stands before each header. */
export const RAR5: RarForm = {
  signature: Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
  main: ({ solid, lockedHeaders, volume }) =>
    lockedHeaders
      ? header5([...vint(4), ...vint(0), ...vint(0), ...vint(0), 15, ...new Array<number>(16).fill(7)])
      : header5([...vint(1), ...vint(0), ...vint((solid ? 4 : 0) | (volume ? 1 : 0))]),
  file: (file) => header5(fileFields5(file)),
  end: header5([...vint(5), ...vint(0), ...vint(0)]),
};

function fileFields5(file: RarFile): number[] {
  const name = Buffer.from(file.name);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(file.crc32);
  const compression = (file.solid ? 0x40 : 0) | (file.packed ? 3 << 7 : 0) | (file.dictionary << 10);
  // How a file is encrypted: AES, no password check, 2^15 rounds, salt and start vector.
  const extra = file.encrypted ? record(1, [0, 0, 15, ...new Array<number>(32).fill(7)]) : [];
  return [
    ...vint(2),
    ...vint((extra.length > 0 ? 3 : 2) | (file.split ? 0x10 : 0)),
    ...(extra.length > 0 ? vint(extra.length) : []),
    ...vint(file.claimedLength),
    ...vint(4), // a CRC follows, no time
    ...vint(file.size),
    ...vint(0o100644),
    ...crc,
    ...vint(compression),
    ...vint(1), // made on Unix
    ...vint(name.byteLength),
    ...name,
    ...extra,
  ];
}

function record(type: number, fields: number[]): number[] {
  const content = [...vint(type), ...fields];
  return [...vint(content.length), ...content];
}

function header5(fields: number[]): Uint8Array {
  const sized = Buffer.from([...vint(fields.length), ...fields]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(sized));
  return Buffer.concat([crc, sized]);
}

function vint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 0x80);
  }
}

/** RAR 2.9 to 4: fixed fields, the low half of a CRC-32 before each header. */
export const RAR4: RarForm = {
  signature: Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
  main: ({ solid, lockedHeaders, volume }) =>
    header4(0x73, (solid ? 0x08 : 0) | (lockedHeaders ? 0x80 : 0) | (volume ? 0x01 : 0), Buffer.alloc(6)),
  file: fileHeader4,
  end: header4(0x7b, 0x4000, Buffer.alloc(0)),
};

const IS_UNICODE = 0x0200;
const HAS_DATA = 0x8000;

function fileHeader4(file: RarFile): Uint8Array {
  const plain = Buffer.from(file.name.replace(/[^ -~]/g, '_'), 'latin1');
  const unicode = [...file.name].some((letter) => letter > '~');
  const name = unicode ? Buffer.concat([plain, Buffer.from([0]), encodedName(file.name)]) : plain;
  const fields = Buffer.alloc(25);
  fields.writeUInt32LE(file.claimedLength, 0);
  fields.writeUInt32LE(file.size, 4);
  fields[8] = 3; // made on Unix
  fields.writeUInt32LE(file.crc32, 9);
  fields[17] = file.needs;
  fields[18] = file.packed ? 0x33 : 0x30;
  fields.writeUInt16LE(name.byteLength, 19);
  fields.writeUInt32LE(0o100644, 21);
  const flags = (unicode ? IS_UNICODE : 0) | (file.encrypted ? 0x04 : 0) | (file.solid ? 0x10 : 0);
  return header4(0x74, HAS_DATA | flags | (file.split ? 0x02 : 0), Buffer.concat([fields, name]));
}

/** Every letter as two bytes; RAR itself writes shorter forms as well. */
function encodedName(name: string): Uint8Array {
  const bytes = [0];
  for (let at = 0; at < name.length; at++) {
    if (at % 4 === 0) bytes.push(0b10101010);
    bytes.push(name.charCodeAt(at) & 0xff, name.charCodeAt(at) >> 8);
  }
  return Uint8Array.from(bytes);
}

function header4(type: number, flags: number, rest: Uint8Array): Uint8Array {
  const header = Buffer.concat([Buffer.alloc(7), rest]);
  header[2] = type;
  header.writeUInt16LE(flags, 3);
  header.writeUInt16LE(header.byteLength, 5);
  header.writeUInt16LE(crc32(header.subarray(2)) & 0xffff, 0);
  return header;
}
