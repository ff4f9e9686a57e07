import { Injectable } from '@nestjs/common';
import { conversion, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';
import { MakeKepub } from './converting/make-kepub.js';
import { TidyFolders } from './tidy-folders.js';
import { filesToWrite } from './writing/files-to-write.js';

type Job = typeof conversion.jobs.sweep;

/** So many books wait at most: the list of jobs is for people to read, and the rest is asked for when these are done. */
const AT_MOST = 500;

/**
 * Finds books nobody settled a form for, or not with the present converters and settings, and files that do not say what
 * they should, and asks for some of them.
 */
@Injectable()
export class Sweep implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly kepubs: MakeKepub,
    private readonly folders: TidyFolders,
  ) {}

  async process(_payload: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    await this.folders.tidy(signal);
    await this.database.unaskedBooks.settle();
    const bookIds = await this.database.books.unprepared(await this.kepubs.preparationToJudgeBy(), AT_MOST);
    const { prepareBook, writeMetadata } = conversion.jobs;
    await this.jobs.addMany(
      prepareBook,
      bookIds.map((bookId) => ({ bookId })),
    );
    const fileIds = await filesToWrite(this.database, AT_MOST);
    await this.jobs.addMany(
      writeMetadata,
      fileIds.map((fileId) => ({ fileId })),
    );
    return { asked: bookIds.length + fileIds.length };
  }
}
