import { DomainError } from '@octavo/domain';

/** A file as it goes into the archive, packed already. */
export interface PackedFile {
  name: string;
  /** 0 stored, 8 deflate. */
  method: number;
  crc32: number;
  /** Unpacked, in bytes. */
  size: number;
  data: Uint8Array;
}

// APPNOTE 4.3: signatures and lengths of the three kinds of header.
const LOCAL = { signature: 0x04034b50, length: 30 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22 };

const VERSION_NEEDED = 20;
const NAME_IS_UTF8 = 0x0800;
// 1 January 1980, the format's first day: equal input gives equal bytes whenever it is converted.
const DATE = 0x0021;
const NO_ATTRIBUTES = 0;
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;

/**
 * The bytes of a zip archive with these files in this order: no extra fields, no data descriptors, one fixed date.
 *
 * [mandatory] EPUB 3.3 §4.2.4.2 wants the mimetype first, stored and without an extra field, and readers find it by
 * its offset; each file therefore has its sizes in the header in front of it.
 * Throws 'conversion.failed' beyond 4 GiB or 65,535 files, where plain zip ends.
 */
export async function* writeArchive(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for await (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const header = localHeader(file, name);
    directory.push(centralHeader(file, name, offset));
    offset += header.byteLength + file.data.byteLength;
    if (offset > MOST_BYTES) throw tooLarge('4 GiB');
    if (directory.length > MOST_FILES) throw tooLarge(`${MOST_FILES} files`);
    yield header;
    yield file.data;
  }
  const entries = Buffer.concat(directory);
  if (offset + entries.byteLength > MOST_BYTES) throw tooLarge('4 GiB');
  yield entries;
  yield endRecord(directory.length, entries.byteLength, offset);
}

function localHeader(file: PackedFile, name: Buffer): Uint8Array {
  const header = Buffer.alloc(LOCAL.length);
  header.writeUInt32LE(LOCAL.signature, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  writeFileFields(header, 6, file, name);
  return Buffer.concat([header, name]);
}

function centralHeader(file: PackedFile, name: Buffer, offset: number): Uint8Array {
  const header = Buffer.alloc(CENTRAL.length);
  header.writeUInt32LE(CENTRAL.signature, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.writeUInt16LE(VERSION_NEEDED, 6);
  writeFileFields(header, 8, file, name);
  header.writeUInt32LE(NO_ATTRIBUTES, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** The fields both headers share: flags, method, time, date, checksum, packed and unpacked size, lengths. */
function writeFileFields(header: Buffer, at: number, file: PackedFile, name: Buffer): void {
  header.writeUInt16LE(name.byteLength === file.name.length ? 0 : NAME_IS_UTF8, at);
  header.writeUInt16LE(file.method, at + 2);
  header.writeUInt16LE(DATE, at + 6);
  header.writeUInt32LE(file.crc32, at + 8);
  header.writeUInt32LE(file.data.byteLength, at + 12);
  header.writeUInt32LE(file.size, at + 16);
  header.writeUInt16LE(name.byteLength, at + 20);
}

function endRecord(files: number, directoryBytes: number, directoryOffset: number): Uint8Array {
  const record = Buffer.alloc(END.length);
  record.writeUInt32LE(END.signature, 0);
  record.writeUInt16LE(files, 8);
  record.writeUInt16LE(files, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}

function tooLarge(limit: string): DomainError {
  return new DomainError('conversion.failed', `The converted book would be larger than ${limit}.`);
}
