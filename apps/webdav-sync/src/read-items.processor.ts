import { Injectable } from '@nestjs/common';
import type { JobContext, PayloadOf, Processor, ResultOf, webdavSync } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { FollowUp, WorkBatch } from '@octavo/intake';
import { LookIntoItems, noteRead } from './reading/look-into-items.js';

type Job = typeof webdavSync.jobs.readItems;

const BATCH = 16;

/** Looks into files of a server that nobody has looked into, until none is due. */
@Injectable()
export class ReadItems implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly batches: WorkBatch,
    private readonly looking: LookIntoItems,
    private readonly followUp: FollowUp,
    private readonly announcements: Announcements,
  ) {}

  async process({ libraryId }: PayloadOf<Job>, { progress, signal }: JobContext): Promise<ResultOf<Job>> {
    const total = { done: 0, failed: 0 };
    for (;;) {
      signal.throwIfAborted();
      const connection = await this.database.connections.find(libraryId);
      if (!connection || connection.state !== 'ACTIVE' || connection.library.paused) break;
      const { library } = connection;
      const { claimed, done, failed } = await this.batches.work({
        ...{ library, signal },
        arrivals: await this.database.arrivals.claimUnscanned(libraryId, BATCH),
        look: (arrivals) => this.looking.look({ library, arrivals, signal }),
        alongside: (repositories, outcomes) => noteRead(repositories, library, outcomes),
      });
      total.done += done;
      total.failed += failed;
      progress(total.done, null);
      this.announcements.announce('source', libraryId);
      if (claimed === 0) break;
    }
    if (total.done > 0) await this.followUp.scanned();
    return total;
  }
}
