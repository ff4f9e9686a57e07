import { DomainError, type RandomAccess } from '@octavo/domain';
import { Reader, ZipReader } from '@zip.js/zip.js';
import type { ArchiveLimits } from './archive-limits.js';
import { safeEntryName } from './entry-names.js';
import { readPlainDirectory, type ListedEntry } from './plain-directory.js';

/** What the directory at the end of a zip says about one entry. */
export interface ArchiveEntry {
  /** Made safe: see safeEntryName. */
  readonly name: string;
  /** Unpacked and packed size in bytes, as claimed. */
  readonly size: number;
  readonly compressedSize: number;
  /** 0 stored, 8 deflate; others cannot be unpacked. */
  readonly method: number;
  readonly crc32: number;
  readonly encrypted: boolean;
  readonly directory: boolean;
}

export interface CentralDirectory {
  /** In archive order. */
  entries: ArchiveEntry[];
  /** Where an entry's local header starts, and how long it probably is. */
  places: Map<ArchiveEntry, { offset: number; headerLength: number }>;
  /** Names that climb out of the archive; their entries are left out. */
  refused: string[];
}

// Some downloads end in a server's trailing bytes; more than this is another file.
const TRAILING_BYTES = 1024 * 1024;

/**
 * Reads the directory of a zip, never its contents.
 * Throws 'archive.bomb' above the limits and 'file.unreadable' for what is no zip or has lost its end.
 */
export async function readCentralDirectory(source: RandomAccess, limits: ArchiveLimits): Promise<CentralDirectory> {
  const directory: CentralDirectory = { entries: [], places: new Map(), refused: [] };
  let packedBytes = 0;
  let seen = 0;
  const add = (entry: ListedEntry) => {
    if (++seen > limits.entries)
      throw new DomainError('archive.bomb', `The archive lists over ${limits.entries} files.`);
    packedBytes += entry.compressedSize;
    // Entries that share their bytes are how a small zip unpacks to terabytes.
    if (packedBytes > source.size) throw new DomainError('archive.bomb', 'The files in the archive overlap.');
    addEntry(directory, entry);
  };
  const plain = await readPlainDirectory(source, limits.directoryBytes);
  if (plain) plain.forEach(add);
  else await readAnyDirectory(source, limits, add);
  return directory;
}

/** Whatever a zip may be: with bytes before and behind it, in 64 bits, mended where writers are known to err. */
async function readAnyDirectory(
  source: RandomAccess,
  limits: ArchiveLimits,
  add: (entry: ListedEntry) => void,
): Promise<void> {
  const reader = new DirectoryReader(source, limits.directoryBytes);
  const zip = new ZipReader(reader, {
    strictness: 'tolerant',
    maxAppendedDataSize: TRAILING_BYTES,
    useWebWorkers: false,
  });
  try {
    for await (const entry of zip.getEntriesGenerator()) add(entry);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (reader.failure !== undefined) throw reader.failure;
    throw new DomainError('file.unreadable', 'The file is not a whole zip archive: its directory cannot be read.', {
      cause: error,
    });
  }
}

function addEntry(directory: CentralDirectory, listed: ListedEntry): void {
  const name = safeEntryName(listed.filename);
  if (name === undefined) {
    directory.refused.push(listed.filename);
    return;
  }
  const entry: ArchiveEntry = {
    name,
    size: listed.uncompressedSize,
    compressedSize: listed.compressedSize,
    method: listed.compressionMethod,
    crc32: listed.crc32 ?? 0,
    encrypted: listed.encrypted,
    directory: listed.directory,
  };
  directory.entries.push(entry);
  const headerLength = 30 + listed.rawFilename.length + listed.rawExtraField.length;
  directory.places.set(entry, { offset: listed.offset, headerLength });
}

/** What zip.js reads through. It keeps the source's own failures apart from the archive's. */
class DirectoryReader extends Reader<RandomAccess> {
  failure: Error | undefined;

  constructor(
    private readonly source: RandomAccess,
    private readonly maxBytes: number,
  ) {
    super(source);
    this.size = source.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > this.maxBytes) throw new DomainError('archive.bomb', 'The directory of the archive is far too long.');
    try {
      return await this.source.read(offset, length);
    } catch (error) {
      this.failure = error as Error;
      throw error;
    }
  }
}
