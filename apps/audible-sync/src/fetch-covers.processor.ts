import { Injectable } from '@nestjs/common';
import type { audibleSync, JobContext, PayloadOf, Processor, ResultOf } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { REAL_TIME } from '@octavo/sources';
import { FetchCover } from './covers/fetch-cover.js';
import { TakeCover } from './covers/take-cover.js';

type Job = typeof audibleSync.jobs.fetchCovers;

const AT_ONCE = 100;
/** Between two pictures. */
const GAP_MS = 100;
/** So many in a row that could not be had: the next look at a library asks again. */
const PATIENCE = 5;

/** Fetches the covers of titles, one after the other, until none is left or they cannot be had. */
@Injectable()
export class FetchCovers implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly pictures: FetchCover,
    private readonly take: TakeCover,
  ) {}

  async process(_payload: PayloadOf<Job>, { progress, signal }: JobContext): Promise<ResultOf<Job>> {
    let [fetched, failed, inVain] = [0, 0, 0];
    for (;;) {
      const titles = await this.database.purchases.coverless(AT_ONCE);
      if (titles.length === 0) return { fetched, failed };
      for (const title of titles) {
        signal.throwIfAborted();
        const found = await this.pictures.of(title, signal);
        if (found.kind === 'away') [failed, inVain] = [failed + 1, inVain + 1];
        else inVain = 0;
        if (inVain === PATIENCE) return { fetched, failed };
        if (found.kind === 'found') await this.take.into(title.bookId, found.image);
        if (found.kind !== 'away') await this.database.purchases.covered(title.id, 'from' in found ? found.from : '');
        if (found.kind === 'found') fetched += 1;
        progress(fetched, null);
        if (found.kind !== 'none') await REAL_TIME.sleep(GAP_MS, signal);
      }
      if (inVain > 0) return { fetched, failed };
    }
  }
}
