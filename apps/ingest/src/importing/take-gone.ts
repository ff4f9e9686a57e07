import { Injectable } from '@nestjs/common';
import { Announcements, Database, type FolderLibrary } from '@octavo/database';
import { DomainError, whyHold } from '@octavo/domain';
import { inParallel } from '@octavo/intake';
import { LibraryFiles } from '@octavo/storage';

/** What became of files that are said to be gone. */
export interface Gone {
  /** How many of them are gone indeed. */
  count: number;
  /** Why they were not marked, if they were not. */
  held: string | null;
}

const AT_ONCE = 16;
const MARKED_AT_ONCE = 2_000;

/**
 * Marks files missing that went away: once a second look confirms it, the folder is the one it was, and there are not
 * so many that it looks like an accident. Missing is a mark; nothing is deleted.
 */
@Injectable()
export class TakeGone {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly announcements: Announcements,
  ) {}

  /** For what events tell. Too many at once are left to a scan, which sees the whole. */
  async unlessTooMany(library: FolderLibrary, paths: string[]): Promise<void> {
    const { held } = await this.take(library, paths);
    if (held !== null) await this.database.libraries.wantScan(library.id);
  }

  async take(library: FolderLibrary, paths: string[]): Promise<Gone> {
    await this.assertMounted(library);
    const looks = await inParallel(AT_ONCE, paths, async (path) => ({
      path,
      there: await this.isThere(library, path),
    }));
    const gone = looks.filter(({ there }) => !there).map(({ path }) => path);
    if (gone.length === 0) return { count: 0, held: null };
    // What is also somewhere else was moved, or has copies: however many those are, nothing is lost.
    const last = new Set(await this.database.places.onlyCopies(library.id, gone));
    await this.mark(
      library,
      gone.filter((path) => !last.has(path)),
    );
    const census = await this.database.places.census(library.id);
    const { confirmedGone } = (await this.database.libraries.find(library.id)) ?? { confirmedGone: null };
    const held = whyHold({ ...census, gone: last.size, confirmed: confirmedGone }) ?? null;
    if (held === null) await this.mark(library, [...last]);
    return { count: last.size, held };
  }

  /** A folder that is not there, or lies on another file system than when it was scanned, says nothing about files. */
  private async assertMounted(library: FolderLibrary): Promise<void> {
    const fileSystem = await this.files.fileSystemOf(library.path);
    const { fileSystem: known } = (await this.database.libraries.find(library.id)) ?? { fileSystem: null };
    if (known === null || known === fileSystem) return;
    throw new DomainError('library.unavailable', `${library.path} is not the file system it was`);
  }

  /** A file that cannot be looked at is not gone. */
  private async isThere(library: FolderLibrary, path: string): Promise<boolean> {
    return this.files.inspect(library.path, path).then(
      (stat) => stat !== undefined,
      () => true,
    );
  }

  private async mark(library: FolderLibrary, paths: string[]): Promise<void> {
    for (let from = 0; from < paths.length; from += MARKED_AT_ONCE) {
      const some = paths.slice(from, from + MARKED_AT_ONCE);
      const bookIds = await this.database.transaction(async ({ places, books }) => {
        const marked = [...new Set((await places.markGone(library.id, some)).map(({ bookId }) => bookId))];
        await books.refreshMissing(marked);
        return marked;
      });
      for (const bookId of bookIds) this.announcements.announce('book', bookId);
    }
  }
}
