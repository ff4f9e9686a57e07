import { Injectable } from '@nestjs/common';
import { type KnownPurchase, type PurchaseToKeep, type Repositories, tellDevices } from '@octavo/database';
import { type AudibleItem, combine, type RawRow } from '@octavo/sources';
import { KeepBooks } from './keep-books.js';
import type { Look } from './look.js';
import { purchaseOf } from './purchase-of-title.js';
import { type ComparedTitle, type SortedTitles, sortTitles } from './sort-titles.js';

/** What became of some rows: the titles by what was done about them, and the books that are others now. */
export interface KeptTitles {
  sorted: SortedTitles;
  /** Titles that are gone by the server's word, and were not before. */
  revoked: number;
  books: string[];
}

/**
 * Keeps what a page of a store tells, in the transaction of whoever asks: what is new becomes a book, what is known takes
 * over what changed, and what is as it was is not written at all.
 */
@Injectable()
export class KeepTitles {
  constructor(private readonly books: KeepBooks) {}

  async keep(repositories: Repositories, look: Look, rows: readonly RawRow[]): Promise<KeptTitles> {
    const { purchases } = repositories;
    const { store, context } = look;
    const known = await purchases.known(
      store.id,
      rows.flatMap(({ asin }) => asin ?? []),
    );
    const sorted = sortTitles(rows, new Map(known.map((one) => [one.asin, one])), context);
    const added = await this.add(repositories, look, sorted.fresh);
    const changed = await this.change(repositories, look, [...sorted.changed, ...sorted.volatileOnly]);
    const there = [...sorted.unchanged, ...sorted.hollow, ...sorted.changed, ...sorted.volatileOnly];
    const back = await purchases.present(there.filter(isTakenForGone).flatMap(({ known }) => known?.id ?? []));
    const revoked = await this.revoke(
      repositories,
      look,
      sorted.revoked.map(({ item }) => item.asin),
    );
    await tellDevices(repositories, changed);
    return { sorted, revoked, books: [...added, ...changed, ...back] };
  }

  /** Titles that are gone by the server's word. Gives how many were not before. */
  async revoke({ purchases }: Repositories, { store }: Look, asins: readonly string[]): Promise<number> {
    return asins.length === 0 ? 0 : purchases.revoked(store.id, asins);
  }

  private async add(repositories: Repositories, look: Look, titles: readonly ComparedTitle[]): Promise<string[]> {
    if (titles.length === 0) return [];
    const { account, country, id } = look.store;
    const whose = { userId: account.userId, country };
    const { ids, made } = await this.books.of(repositories, titles.filter(isBook), whose);
    const rows = titles.map((title) => purchaseOf(title, title.item, ids.get(title.item.asin) ?? null));
    await repositories.purchases.keep(id, rows);
    for (const title of titles.filter(isBook)) {
      const bookId = ids.get(title.item.asin)!;
      if (!made.has(bookId)) await this.books.retell(repositories, bookId, title, country);
    }
    return [...new Set(ids.values())];
  }

  /** Gives the books of which something that is shown is another. */
  private async change(repositories: Repositories, look: Look, titles: readonly ComparedTitle[]): Promise<string[]> {
    if (titles.length === 0) return [];
    const { store } = look;
    const kept = await repositories.purchases.items(titles.flatMap(({ known }) => known?.id ?? []));
    const combined = titles.map((title) => ({ ...title, item: whole(kept.get(title.item.asin), title.item) }));
    const ids = await this.booksOf(repositories, look, combined);
    const rows: PurchaseToKeep[] = combined.map((title) =>
      purchaseOf(title, title.item, ids.get(title.item.asin) ?? null),
    );
    await repositories.purchases.keep(store.id, rows);
    const changed: string[] = [];
    for (const title of combined.filter(({ known, digest }) => isRetold(known, digest)).sort(byBook(ids))) {
      const bookId = ids.get(title.item.asin);
      if (bookId && (await this.books.retell(repositories, bookId, title, store.country))) changed.push(bookId);
    }
    return changed;
  }

  /** What was no book so far may turn out to be one. */
  private async booksOf(
    repositories: Repositories,
    { store }: Look,
    titles: readonly ComparedTitle[],
  ): Promise<Map<string, string>> {
    const ids = new Map(titles.flatMap(({ item, known }) => (known?.bookId ? [[item.asin, known.bookId]] : [])));
    const without = titles.filter((title) => isBook(title) && !ids.has(title.item.asin));
    if (without.length === 0) return ids;
    const whose = { userId: store.account.userId, country: store.country };
    const found = await this.books.of(repositories, without, whose);
    return new Map([...ids, ...found.ids]);
  }
}

const isBook = ({ item }: ComparedTitle) => item.kind === 'book';
const isTakenForGone = ({ known }: ComparedTitle) =>
  known !== undefined && (known.misses > 0 || known.remoteState === 'REMOVED');
const isRetold = (known: KnownPurchase | undefined, digest: string) => known?.digest !== digest || known.hollow;
/** Books are always locked in one order. */
const byBook = (ids: ReadonlyMap<string, string>) => (a: ComparedTitle, b: ComparedTitle) =>
  (ids.get(a.item.asin) ?? '') < (ids.get(b.item.asin) ?? '') ? -1 : 1;

const whole = (kept: unknown, told: AudibleItem): AudibleItem =>
  kept === undefined ? told : combine(kept as AudibleItem, told);
