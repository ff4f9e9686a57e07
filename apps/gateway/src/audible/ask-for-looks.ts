import { Injectable } from '@nestjs/common';
import { audibleSync, type AudibleSyncAccepted } from '@octavo/contracts';
import { Announcements, type AudibleStore, Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

/** Has stores looked at because somebody wants it, and tells the open dashboards. */
@Injectable()
export class AskForLooks {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  /** Asking again while one waits or runs gives that one. */
  async now(stores: readonly AudibleStore[], { full = false } = {}): Promise<AudibleSyncAccepted> {
    const jobs = [];
    for (const { id: storeId, notBefore } of stores) {
      const jobId = (await this.underWay(storeId, full)) ?? (await this.ask(storeId, full));
      const waits = notBefore !== null && notBefore.getTime() > Date.now();
      jobs.push({ storeId, jobId, ...(waits && { notBefore: notBefore.toISOString() }) });
    }
    return { jobId: jobs[0]!.jobId, jobs };
  }

  private ask(storeId: string, full: boolean): Promise<string> {
    return this.jobs.add(audibleSync.jobs.syncStore, { storeId, full }, { urgent: true });
  }

  /** A look that goes on already will do, unless everything is wanted and it may ask for changes only. */
  private async underWay(storeId: string, full: boolean): Promise<string | undefined> {
    const { syncStore } = audibleSync.jobs;
    const run = await this.database.jobRuns.underWay(syncStore.queue, syncStore.name, syncStore.key({ storeId, full }));
    const asked = syncStore.payload.safeParse(run?.payload);
    return !full || asked.data?.full === true ? run?.id : undefined;
  }

  /** Ends what looks at stores, and what only waits to. */
  async stop(stores: readonly Pick<AudibleStore, 'id'>[]): Promise<void> {
    const { syncStore } = audibleSync.jobs;
    const keys = stores.map(({ id: storeId }) => syncStore.key({ storeId, full: false }));
    await this.database.jobRuns.cancelAll(syncStore.queue, syncStore.name, keys);
  }

  tellOfChange(accountId: string): void {
    this.announcements.announce('source', accountId);
  }

  tellOfBooks(): void {
    this.announcements.announceMuch('book');
  }
}
