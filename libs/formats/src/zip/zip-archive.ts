import { crc32 } from 'node:zlib';
import { DomainError, type RandomAccess } from '@octavo/domain';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.js';
import { readCentralDirectory, type ArchiveEntry, type CentralDirectory } from './central-directory.js';
import { EntryNames } from './entry-names.js';
import { inflate } from './inflate.js';
import { tailAccess } from './tail-access.js';

export type { ArchiveEntry } from './central-directory.js';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
// The local header may carry longer extra fields than the directory does (times, alignment).
const HEADER_SLACK = 64;

/** A zip that is read by ranges: its directory once, then each entry when it is asked for. */
export class ZipArchive {
  /** In archive order. */
  readonly entries: readonly ArchiveEntry[];
  /** Names that would climb out of the archive. Such entries are neither listed nor found. */
  readonly refused: readonly string[];
  readonly #names: EntryNames<ArchiveEntry>;
  #unpacked = 0;

  private constructor(
    private readonly source: RandomAccess,
    private readonly limits: ArchiveLimits,
    private readonly directory: CentralDirectory,
  ) {
    this.entries = directory.entries;
    this.refused = directory.refused;
    this.#names = new EntryNames(directory.entries);
  }

  /** Reads the directory only. Throws 'file.empty', 'file.unreadable', 'archive.bomb' or 'archive.climbs-out'. */
  static async open(source: RandomAccess, limits: Partial<ArchiveLimits> = {}): Promise<ZipArchive> {
    if (source.size === 0) throw new DomainError('file.empty');
    const allowed = { ...ARCHIVE_LIMITS, ...limits };
    const access = tailAccess(source);
    const directory = await readCentralDirectory(access, allowed);
    if (directory.entries.length === 0 && directory.refused.length > 0) throw new DomainError('archive.climbs-out');
    return new ZipArchive(access, allowed, directory);
  }

  /** Exact, percent-decoded, in Unicode form NFC, without regard to case: in that order. */
  find(name: string): ArchiveEntry | undefined {
    return this.#names.find(name);
  }

  /**
   * The unpacked bytes of an entry, at most `maxBytes`. Throws 'archive.bomb' above a limit, 'format.encrypted' for a
   * zip password, 'file.unreadable' for damage.
   */
  async bytes(entry: ArchiveEntry, maxBytes = this.limits.entryBytes): Promise<Uint8Array> {
    if (entry.encrypted) throw new DomainError('format.encrypted', `"${entry.name}" is locked with a zip password.`);
    if (entry.method !== 0 && entry.method !== 8)
      throw new DomainError('file.unreadable', `"${entry.name}" is packed with method ${entry.method}.`);
    const allowed = this.#allowance(entry, maxBytes);
    if (entry.size > allowed || (entry.method === 0 && entry.compressedSize > allowed)) throw bomb(entry);
    const packed = await this.compressed(entry);
    const bytes = entry.method === 0 ? packed : await inflate(packed, entry.size, Math.min(allowed, entry.size));
    this.#unpacked += bytes.byteLength;
    if (crc32(bytes) !== entry.crc32) throw damaged(entry);
    return bytes;
  }

  /** The bytes as the archive stores them, for copying without packing them anew. */
  async compressed(entry: ArchiveEntry): Promise<Uint8Array> {
    const place = this.directory.places.get(entry);
    if (place === undefined) throw new TypeError(`"${entry.name}" is not of this archive`);
    const length = place.headerLength + HEADER_SLACK + entry.compressedSize;
    const read = await this.source.read(place.offset, length);
    const dataStart = localHeaderLength(read, entry);
    const data = read.subarray(dataStart, dataStart + entry.compressedSize);
    if (data.byteLength === entry.compressedSize) return data;
    const again = await this.source.read(place.offset + dataStart, entry.compressedSize);
    if (again.byteLength !== entry.compressedSize) throw damaged(entry);
    return again;
  }

  #allowance(entry: ArchiveEntry, maxBytes: number): number {
    const { entryBytes, totalBytes, ratio, ratioFrom } = this.limits;
    const byRatio = Math.max(ratioFrom, entry.compressedSize * ratio);
    return Math.min(maxBytes, entryBytes, byRatio, totalBytes - this.#unpacked);
  }
}

/** In bytes, from the header's start to the data. */
function localHeaderLength(read: Uint8Array, entry: ArchiveEntry): number {
  if (read.byteLength < LOCAL_HEADER_BYTES) throw damaged(entry);
  const header = new DataView(read.buffer, read.byteOffset, LOCAL_HEADER_BYTES);
  if (header.getUint32(0, true) !== LOCAL_HEADER) throw damaged(entry);
  return LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

function bomb(entry: ArchiveEntry): DomainError {
  return new DomainError('archive.bomb', `"${entry.name}" unpacks to more than a book may hold.`);
}

function damaged(entry: ArchiveEntry): DomainError {
  return new DomainError('file.unreadable', `"${entry.name}" in the archive is damaged or cut off.`);
}
