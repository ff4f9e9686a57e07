import { Injectable } from '@nestjs/common';
import { conversion, type Processor, type ResultOf } from '@octavo/contracts';
import { converterFor } from '@octavo/converters';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

type Job = typeof conversion.jobs.sweep;

/** So many books wait at most: the list of jobs is for people to read, and the rest is asked for when these are done. */
const AT_MOST = 500;

/** Finds books nobody settled a form for, or that an older converter made, and asks for some of them. */
@Injectable()
export class Sweep implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async process(): Promise<ResultOf<Job>> {
    const { version } = converterFor('epub', 'kepub')!;
    const bookIds = await this.database.books.unprepared(version, AT_MOST);
    await this.jobs.addMany(
      conversion.jobs.prepareBook,
      bookIds.map((bookId) => ({ bookId })),
    );
    return { asked: bookIds.length };
  }
}
