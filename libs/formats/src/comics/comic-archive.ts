import type { DrmScheme } from '@octavo/domain';

/** A file in the archive a comic is. */
export interface ComicFile {
  /** Made safe: see safeEntryName. */
  readonly name: string;
  /** Unpacked, in bytes, as claimed. */
  readonly size: number;
  readonly directory: boolean;
  /** Locked with a password. */
  readonly encrypted: boolean;
}

/** The archive a comic is, of whatever kind. */
export interface ComicArchive {
  /** In archive order. */
  readonly entries: readonly ComicFile[];
  /** False when there is more than could be listed: damage, a set of volumes. */
  readonly complete: boolean;
  readonly drm?: DrmScheme;
  /** What is odd about the archive, one sentence each. */
  readonly warnings: readonly string[];
  /**
   * The unpacked bytes of one of `entries`, at most `maxBytes`. Throws 'archive.bomb' above a limit, 'format.encrypted'
   * for a password, 'file.unreadable' for damage.
   */
  bytes(entry: ComicFile, maxBytes: number): Promise<Uint8Array>;
  /** What is written on the archive as a whole; '' for nothing. */
  comment(): Promise<string>;
}

/** What an archive may hold, far above every honest comic: an omnibus has some thousand pages. */
export const MAX_ENTRIES = 50_000;
