import { Injectable } from '@nestjs/common';
import { conversion, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { writingOf } from './writing/request-of-book.js';
import { SettleRewrites } from './writing/settle-rewrites.js';
import { type ToWrite, WriteInto } from './writing/write-into.js';
import { wordsOfReport } from './writing/write-words.js';

type Job = typeof conversion.jobs.writeMetadata;

/** The same tomorrow, unless somebody does something about it. */
const LASTING: ReadonlySet<string> = new Set(['corrupt', 'unsupported', 'invalid', 'forbidden']);

/** Writes what is known of a book into one of its files, where its libraries are to have that. */
@Injectable()
export class WriteMetadata implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly settle: SettleRewrites,
    private readonly writeInto: WriteInto,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  async process({ fileId }: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    return this.settle.alone(fileId, signal, async () => {
      await this.settle.ofFile(fileId);
      const wish = await this.wish(fileId);
      return 'places' in wish ? this.write(wish, signal) : wish;
    });
  }

  private async write(wish: ToWrite, signal: AbortSignal): Promise<ResultOf<Job>> {
    const { file, state } = wish;
    try {
      const report = await this.writeInto.write(wish, signal);
      const written = report.changed.length > 0;
      // The form devices get is the same; should somebody have settled the old one at this very moment, it is now.
      if (written) await this.jobs.add(conversion.jobs.prepareBook, { bookId: file.bookId });
      return { written, detail: wordsOfReport(report) };
    } catch (error) {
      if (!(error instanceof DomainError) || !LASTING.has(error.kind)) throw error;
      return await this.cannot(file.id, state, error.detail);
    } finally {
      this.announcements.announce('book', file.bookId);
    }
  }

  private async wish(fileId: string): Promise<ToWrite | ResultOf<Job>> {
    const file = await this.database.files.find(fileId);
    const book = file && (await this.database.books.find(file.bookId));
    if (!book) throw new DomainError('file.not-found');
    const known = await this.database.bookMetadata.find(book.id);
    const telling = (await this.database.files.telling(book.id)).find(({ id }) => id === fileId);
    if (!known || !telling) throw new DomainError('file.not-found');
    const places = await this.database.places.presentInFolders(fileId);
    if (places.length === 0) return { written: false, detail: 'It does not lie in a folder here' };
    const unwilling = places.find(({ library }) => !library.writeMetadata);
    if (unwilling)
      return this.cannot(fileId, book.updatedAt, `A copy lies in ${unwilling.library.name}, which stays as it is.`);
    return { file, places, writing: writingOf(known, telling), state: book.updatedAt };
  }

  /** Nobody asks for it again until the book is another, or somebody changes what the libraries are to have. */
  private async cannot(fileId: string, state: Date, detail: string): Promise<ResultOf<Job>> {
    await this.database.rewrites.note(fileId, { for: state, problem: detail });
    return { written: false, detail };
  }
}
