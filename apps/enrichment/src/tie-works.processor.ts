import { Injectable } from '@nestjs/common';
import type { enrichment, JobContext, PayloadOf, Processor, ResultOf } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { candidateKeys } from '@octavo/domain';
import { CompareBook } from './works/compare-book.js';
import { formOfBook } from './works/form-of-book.js';

type Job = typeof enrichment.jobs.tieWorks;

const AT_ONCE = 200;

/** Compares books that are new or changed with all others, until none is left. Run twice, it changes nothing more. */
@Injectable()
export class TieWorks implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly comparing: CompareBook,
    private readonly announcements: Announcements,
  ) {}

  async process(_payload: PayloadOf<Job>, { progress, signal }: JobContext): Promise<ResultOf<Job>> {
    const result = { compared: 0, tied: 0, suggested: 0 };
    const { works, bookForms } = this.database;
    for (let books = await works.toCompare(AT_ONCE); books.length > 0; books = await works.toCompare(AT_ONCE)) {
      const rows = await bookForms.of(books.map(({ id }) => id));
      const forms = new Map(rows.map((row) => [row.id, formOfBook(row)]));
      await works.putKeys(new Map([...forms].map(([id, form]) => [id, candidateKeys(form)])));
      for (const { id, updatedAt } of books) {
        signal.throwIfAborted();
        // An earlier one of these may have given it another work by now.
        const [form, book] = [forms.get(id), await works.asItIs(id)];
        if (!form || !book) continue;
        const { tied, suggested } = await this.comparing.compare({ ...book, updatedAt }, form);
        result.compared += 1;
        result.tied += Number(tied);
        result.suggested += suggested;
        if (tied || suggested > 0) this.announcements.announce('book', id);
      }
      progress(result.compared, null);
    }
    return result;
  }
}
