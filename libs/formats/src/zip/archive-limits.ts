/** How far an archive is trusted. What lies beyond is refused as 'archive.bomb'. */
export interface ArchiveLimits {
  /** Entries in the directory. */
  readonly entries: number;
  /** Bytes of the directory itself. */
  readonly directoryBytes: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all entries that are read while the archive is open. */
  readonly totalBytes: number;
  /** Unpacked over packed size, for entries that unpack to more than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MIB = 1024 * 1024;

/** Text packs about 1:5 and pictures not at all, so these are far above every honest book. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  directoryBytes: 16 * MIB,
  entryBytes: 64 * MIB,
  totalBytes: 200 * MIB,
  ratio: 200,
  ratioFrom: MIB,
};
