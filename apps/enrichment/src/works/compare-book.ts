import { Injectable } from '@nestjs/common';
import { type ComparedBook, Database, type SuggestedPair } from '@octavo/database';
import { type BookForm, tieWorks, type WorkTie } from '@octavo/domain';
import { formOfBook } from './form-of-book.js';

/** What became of a book's comparison with all others. */
export interface Comparison {
  tied: boolean;
  suggested: number;
}

const MOST_PARTNERS = 40;
const NOTHING: WorkTie = { suggestions: [] };

/** Compares one book with those it may be one work with, and keeps what came of it. */
@Injectable()
export class CompareBook {
  constructor(private readonly database: Database) {}

  async compare(book: ComparedBook, form: BookForm): Promise<Comparison> {
    const { works, bookForms } = this.database;
    const declined = await works.declined(book.id);
    const partners = (await works.partners(book, MOST_PARTNERS)).filter(({ id }) => !declined.has(id));
    const workOf = new Map(partners.map(({ id, workId }) => [id, workId]));
    const forms = partners.length === 0 ? [] : (await bookForms.of([...workOf.keys()])).map(formOfBook);
    const shortlist = forms.map((one) => ({ form: one, workId: workOf.get(one.id)! }));
    const { tie, suggestions } = shortlist.length === 0 ? NOTHING : tieWorks(form, shortlist);
    // What a person said of a book's work is not changed; what would have been tied is suggested.
    const target = book.isSaid || tie === book.workId ? undefined : tie;
    const own = target ?? book.workId;
    const pairs = suggestions
      .map(({ bookId: otherId, score, reasons }): SuggestedPair => ({ bookId: book.id, otherId, score, reasons }))
      .filter(({ otherId }) => workOf.get(otherId) !== own);
    await this.keep(book, target, pairs);
    return { tied: target !== undefined, suggested: pairs.length };
  }

  private async keep(book: ComparedBook, target: string | undefined, pairs: SuggestedPair[]): Promise<void> {
    await this.database.transaction(async ({ works }) => {
      await works.forgetSuggestions([book.id]);
      if (target !== undefined) await works.join(book.workId, target);
      await works.suggest(pairs);
      await works.compared([book]);
    });
  }
}
