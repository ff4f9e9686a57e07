import { Injectable } from '@nestjs/common';
import { conversion, type Processor, type ResultOf } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';
import { DataFiles } from '@octavo/storage';
import { MakeKepub } from './converting/make-kepub.js';
import { RemoveReplaced } from './replacing/remove-replaced.js';

type Job = typeof conversion.jobs.sweep;

/** So many books wait at most: the list of jobs is for people to read, and the rest is asked for when these are done. */
const AT_MOST = 500;

/** No conversion takes so long. */
const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/** Finds books nobody settled a form for, or not with the present converters and settings, and asks for some of them. */
@Injectable()
export class Sweep implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly kepubs: MakeKepub,
    private readonly removal: RemoveReplaced,
    private readonly data: DataFiles,
  ) {}

  async process(): Promise<ResultOf<Job>> {
    await this.removal.removeAll();
    await this.data.removeDrafts(['converted'], ABANDONED_AFTER_MS);
    const bookIds = await this.database.books.unprepared(await this.kepubs.preparationToJudgeBy(), AT_MOST);
    await this.jobs.addMany(
      conversion.jobs.prepareBook,
      bookIds.map((bookId) => ({ bookId })),
    );
    return { asked: bookIds.length };
  }
}
