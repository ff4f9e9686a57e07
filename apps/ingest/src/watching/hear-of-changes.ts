import { Injectable } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { formatOfName } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { WakeImporters } from '../importing/wake-importers.js';
import type { FromWatcher } from './messages.js';
import { NoteSidecars } from './note-sidecars.js';

/** So many at once are worth more than one importer. */
const MANY = 100;

/** Notes what the watch tells of, and wakes those who look at it. */
@Injectable()
export class HearOfChanges {
  constructor(
    private readonly database: Database,
    private readonly sidecars: NoteSidecars,
    private readonly importers: WakeImporters,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  async hear({ id: libraryId, found, lost, doubtful, mode }: FromWatcher): Promise<void> {
    const paths = [...found, ...lost];
    const { books = [], others = [] } = Object.groupBy(paths, (path) => (formatOfName(path) ? 'books' : 'others'));
    await this.sidecars.note(libraryId, others);
    if (books.length > 0) await this.database.arrivals.note({ libraryId, paths: books, origin: 'watch' });
    if (paths.length > 0) await this.importers.wake(libraryId, books.length > MANY ? undefined : 1);
    if (mode) {
      await this.database.libraries.watched(libraryId, mode.mode, mode.detail);
      this.announcements.announce('source', libraryId);
    }
    if (doubtful) await this.jobs.add(ingest.jobs.scanLibrary, { libraryId });
  }
}
