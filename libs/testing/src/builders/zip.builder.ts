import { crc32, deflateRawSync } from 'node:zlib';

/** What an entry says of itself, where that is not the truth. */
export interface ZipClaims {
  size?: number;
  compressedSize?: number;
  crc32?: number;
  method?: number;
}

export interface ZipEntryOptions {
  /** Not packed. Short contents never are. */
  stored?: boolean;
  encrypted?: boolean;
  /** False leaves the name's encoding to be guessed. */
  utf8?: boolean;
  claims?: ZipClaims;
}

interface Packed extends Required<ZipClaims> {
  name: Uint8Array;
  data: Uint8Array;
  flags: number;
}

const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;
/** 1980-01-01 00:00, the first moment a zip can tell; fixed so that equal input gives equal bytes. */
const DATE = 0x0021;

/** A zip made byte by byte, so that a test can make one no archiver would. */
export function aZip(): ZipBuilder {
  return new ZipBuilder();
}

export class ZipBuilder {
  readonly #entries: Packed[] = [];
  #comment: Uint8Array = new Uint8Array();

  /** Names are taken as they are, twice if given twice. */
  with(name: string | Uint8Array, content: string | Uint8Array, options: ZipEntryOptions = {}): this {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const stored = options.stored ?? bytes.byteLength < 64;
    this.#entries.push(packed(name, bytes, stored ? bytes : deflateRawSync(bytes, { level: 6 }), options));
    return this;
  }

  /** Zeros, which pack 1000 : 1. */
  withBomb(name: string, unpackedBytes: number, claims: ZipClaims = {}): this {
    return this.with(name, new Uint8Array(unpackedBytes), { stored: false, claims });
  }

  withComment(text: string): this {
    this.#comment = Buffer.from(text);
    return this;
  }

  build(): Uint8Array {
    const parts: Uint8Array[] = [];
    const directory: Uint8Array[] = [];
    let offset = 0;
    for (const entry of this.#entries) {
      const header = localHeader(entry);
      parts.push(header, entry.name, entry.data);
      directory.push(directoryHeader(entry, offset), entry.name);
      offset += header.byteLength + entry.name.byteLength + entry.data.byteLength;
    }
    const listed = Buffer.concat(directory);
    return Buffer.concat([...parts, listed, this.#end(listed.byteLength, offset), this.#comment]);
  }

  #end(directoryBytes: number, directoryOffset: number): Uint8Array {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length & 0xffff, 8);
    end.writeUInt16LE(this.#entries.length & 0xffff, 10);
    end.writeUInt32LE(directoryBytes, 12);
    end.writeUInt32LE(directoryOffset, 16);
    end.writeUInt16LE(this.#comment.byteLength, 20);
    return end;
  }
}

function packed(name: string | Uint8Array, bytes: Uint8Array, data: Uint8Array, options: ZipEntryOptions): Packed {
  return {
    name: typeof name === 'string' ? Buffer.from(name) : name,
    data,
    flags: (options.utf8 === false ? 0 : UTF8_NAME) | (options.encrypted === true ? ENCRYPTED : 0),
    method: data === bytes ? 0 : 8,
    crc32: crc32(bytes),
    compressedSize: data.byteLength,
    size: bytes.byteLength,
    ...options.claims,
  };
}

function localHeader(entry: Packed): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeDetails(header, 6, entry);
  return header;
}

function directoryHeader(entry: Packed, offset: number): Uint8Array {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  writeDetails(header, 8, entry);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** The fields both headers have, in the same order. */
function writeDetails(header: Buffer, at: number, entry: Packed): void {
  header.writeUInt16LE(entry.flags, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt16LE(DATE, at + 6);
  header.writeUInt32LE(entry.crc32, at + 8);
  header.writeUInt32LE(entry.compressedSize, at + 12);
  header.writeUInt32LE(entry.size, at + 16);
  header.writeUInt16LE(entry.name.byteLength, at + 20);
}
