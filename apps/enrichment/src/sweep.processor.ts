import { Inject, Injectable } from '@nestjs/common';
import { enrichment, type Processor, type ResultOf } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';
import { Plans } from './keeping/plans.js';

type Job = typeof enrichment.jobs.sweep;

/** So many books wait at most: the list of jobs is for people to read, and the rest is asked for when these are done. */
const AT_MOST = 200;

/** Finds books nobody has asked about, and those that are to be asked about again; forgets answers that are too old. */
@Injectable()
export class Sweep implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly plans: Plans,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async process(): Promise<ResultOf<Job>> {
    await this.database.providerAnswers.sweep();
    const automatic = this.config.ENRICHMENT && (await this.plans.settings()).automatic;
    const bookIds = await this.database.bookEnrichments.due(AT_MOST, automatic);
    await this.jobs.addMany(
      enrichment.jobs.enrichBook,
      bookIds.map((bookId) => ({ bookId })),
    );
    return { asked: bookIds.length };
  }
}
