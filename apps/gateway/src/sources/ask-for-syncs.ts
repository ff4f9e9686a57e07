import { Injectable } from '@nestjs/common';
import { READING_LANES, webdavSync } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

/** Has servers compared because somebody wants it, and tells the open dashboards. */
@Injectable()
export class AskForSyncs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  /** Gives the job's id. Asking again while one waits gives the one that waits. */
  now(libraryId: string, { preview = false } = {}): Promise<string> {
    return this.jobs.add(webdavSync.jobs.syncSource, { libraryId, preview }, { urgent: true });
  }

  /** Ends what compares the server or reads there, and what only waits to. */
  async stop(libraryId: string): Promise<void> {
    const { jobRuns } = this.database;
    const { syncSource, readItems } = webdavSync.jobs;
    const lanes = Array.from({ length: READING_LANES }, (_, lane) => readItems.key({ libraryId, lane }));
    await jobRuns.cancelAll(syncSource.queue, syncSource.name, [syncSource.key({ libraryId, preview: false })]);
    await jobRuns.cancelAll(readItems.queue, readItems.name, lanes);
  }

  tellOfChange(libraryId: string): void {
    this.announcements.announce('source', libraryId);
  }

  tellOfBooks(): void {
    this.announcements.announceMuch('book');
  }
}
