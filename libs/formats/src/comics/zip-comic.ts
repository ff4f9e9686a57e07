import type { DrmScheme, RandomAccess } from '@octavo/domain';
import { tailAccess } from '../zip/tail-access.js';
import { ZipArchive, type ArchiveEntry } from '../zip/zip-archive.js';
import { MAX_ENTRIES, type ComicArchive } from './comic-archive.js';
import { zipComment } from './zip-comment.js';

/** A comic in a zip. */
export class ZipComic implements ComicArchive {
  readonly entries: readonly ArchiveEntry[];
  readonly complete = true;
  readonly drm?: DrmScheme;
  readonly warnings: readonly string[];

  private constructor(
    private readonly source: RandomAccess,
    private readonly archive: ZipArchive,
  ) {
    this.entries = archive.entries;
    if (archive.entries.some(({ encrypted }) => encrypted)) this.drm = 'password';
    const { length } = archive.refused;
    this.warnings = length === 0 ? [] : [`Left out ${length} files whose names lead outside the archive.`];
  }

  /** Reads the directory only. Throws 'file.empty', 'file.unreadable', 'archive.bomb' or 'archive.climbs-out'. */
  static async open(source: RandomAccess): Promise<ZipComic> {
    // The comment stands in the same last bytes as the directory.
    const access = tailAccess(source);
    return new ZipComic(access, await ZipArchive.open(access, { entries: MAX_ENTRIES }));
  }

  bytes(entry: ArchiveEntry, maxBytes: number): Promise<Uint8Array> {
    return this.archive.bytes(entry, maxBytes);
  }

  comment(): Promise<string> {
    return zipComment(this.source);
  }
}
