import { Injectable } from '@nestjs/common';
import type { FormOfBook, FormsOfBook, PurchaseOfBook, WorkSuggestion } from '@octavo/contracts';
import { Database, newId, type SuggestedPair } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { presentForm } from './present-form.js';

/** The works of the books a user may see: their forms, what may be forms of them, and what the user says of that. */
@Injectable()
export class OwnWorks {
  constructor(private readonly database: Database) {}

  async formsOf(bookId: string, userId: string): Promise<FormsOfBook> {
    await this.seen(bookId, userId);
    const { works } = this.database;
    const pairs = await works.open(userId, { bookId });
    const otherOf = (pair: SuggestedPair) => (pair.bookId === bookId ? pair.otherId : pair.bookId);
    const same = await works.formsOf(bookId, userId);
    const forms = await this.forms([...same, ...pairs.map(otherOf)], userId);
    return {
      purchases: await this.purchasesOf(bookId, userId),
      forms: same.flatMap((id) => forms.get(id) ?? []),
      suggestions: pairs.flatMap((pair) => {
        const form = forms.get(otherOf(pair));
        return form ? [{ ...form, score: pair.score, reasons: pair.reasons }] : [];
      }),
    };
  }

  async suggestions(userId: string): Promise<WorkSuggestion[]> {
    const pairs = await this.database.works.open(userId);
    const forms = await this.forms(
      pairs.flatMap(({ bookId, otherId }) => [bookId, otherId]),
      userId,
    );
    return pairs.flatMap(({ bookId, otherId, score, reasons }) => {
      const [book, other] = [forms.get(bookId), forms.get(otherId)];
      return book && other ? [{ book, other, score, reasons }] : [];
    });
  }

  /** They are one work: all forms of both. */
  async tie(bookId: string, otherId: string, userId: string): Promise<void> {
    const [book, other] = [await this.seen(bookId, userId), await this.seen(otherId, userId)];
    await this.database.transaction(async ({ works }) => {
      await works.join(other.workId, book.workId);
      await works.say(bookId, book.workId);
      await works.say(otherId, book.workId);
      await works.settled(bookId, otherId);
    });
  }

  /** They are two works, and nobody asks again. Throws 'work.not-found' where nothing was suggested. */
  async decline(bookId: string, otherId: string, userId: string): Promise<void> {
    await this.seen(bookId, userId);
    await this.seen(otherId, userId);
    if (!(await this.database.works.decline(bookId, otherId))) throw new DomainError('work.not-found');
  }

  /** The book is a work of its own, and no form of those it was tied to. */
  async untie(bookId: string, userId: string): Promise<void> {
    await this.seen(bookId, userId);
    const others = await this.database.works.formsOf(bookId, userId);
    await this.database.transaction(async ({ works }) => {
      for (const other of others) await works.refuse(bookId, other);
      await works.say(bookId, await works.add(newId()));
    });
  }

  private async seen(id: string, userId: string) {
    const book = await this.database.books.findVisible(id, userId);
    if (!book) throw new DomainError('book.not-found');
    return book;
  }

  private async forms(ids: readonly string[], userId: string): Promise<Map<string, FormOfBook>> {
    const rows = await this.database.bookForms.of([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, presentForm(row, userId)]));
  }

  private async purchasesOf(bookId: string, userId: string): Promise<PurchaseOfBook[]> {
    const rows = await this.database.purchases.ofBook(bookId, userId);
    return rows.map(({ id, asin, runtimeMin, heardPercent, isFinished, purchasedAt, removedAt, item, store }) => ({
      ...{ id, asin, runtimeMin, heardPercent, isFinished: isFinished ?? false },
      ...{ account: store.account.name, country: store.country },
      purchasedAt: purchasedAt?.toISOString() ?? null,
      removedAt: removedAt?.toISOString() ?? null,
      leavingOn: leavingOn(item),
    }));
  }
}

function leavingOn(item: unknown): string | null {
  const day = (item as { leavingOn?: unknown } | null)?.leavingOn;
  return typeof day === 'string' ? day : null;
}
