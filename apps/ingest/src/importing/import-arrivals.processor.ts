import { Injectable } from '@nestjs/common';
import { ingest, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { setTimeout as sleep } from 'node:timers/promises';
import { Importer } from './importer.js';

type Job = typeof ingest.jobs.importArrivals;

/** Files that are almost due are waited for; for the others somebody asks again. */
const WAIT_AT_MOST_MS = 3_000;

/** Looks at whatever is due in a library, until nothing is. */
@Injectable()
export class ImportArrivals implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly importer: Importer,
  ) {}

  async process({ libraryId }: PayloadOf<Job>, { progress, signal }: JobContext): Promise<ResultOf<Job>> {
    const total = { done: 0, failed: 0 };
    for (;;) {
      signal.throwIfAborted();
      const library = await this.database.libraries.findFolder(libraryId);
      if (!library || library.paused) return total;
      const { claimed, done, failed } = await this.importer.batch(library, signal);
      total.done += done;
      total.failed += failed;
      progress(total.done, null);
      if (claimed > 0) continue;
      const dueIn = await this.database.arrivals.nextDue(libraryId);
      if (dueIn === undefined || dueIn > WAIT_AT_MOST_MS) return total;
      await sleep(dueIn + 20, undefined, { signal });
    }
  }
}
