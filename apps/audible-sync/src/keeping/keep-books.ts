import { Injectable } from '@nestjs/common';
import { type BookChange, type FilelessBook, type Repositories, saveBook } from '@octavo/database';
import { bookFrom } from '@octavo/domain';
import { mergeTitle } from './merge-title.js';
import type { ComparedTitle } from './sort-titles.js';
import { statementOf, type Title } from './statement-of-title.js';

const AS_AUDIBLE_HAS_IT = { state: 'DONE', detail: 'It is as Audible has it', retryAt: null } as const;

/** The books that titles of Audible's are. */
@Injectable()
export class KeepBooks {
  /**
   * Finds or makes the book of each title that has none: one that the same user bought at another marketplace, or has as
   * files that name the title, is that book; else it is a new one. Gives the ids by number, and which are new.
   */
  async of(
    repositories: Repositories,
    titles: readonly ComparedTitle[],
    { userId, country }: { userId: string; country: string },
  ): Promise<{ ids: Map<string, string>; made: Set<string> }> {
    const { purchases, newBooks, books, bookEnrichments } = repositories;
    const asins = titles.map(({ item }) => item.asin);
    const ids = new Map((await purchases.booksOf(userId, asins)).map(({ asin, bookId }) => [asin, bookId]));
    await books.unhide([...new Set(ids.values())]);
    const unknown = titles.filter(({ item }) => !ids.has(item.asin));
    const added = await newBooks.addFileless(unknown.map((title) => newBook(title, userId, country)));
    await books.deliverNothing(added);
    await bookEnrichments.noteAll(added, AS_AUDIBLE_HAS_IT);
    unknown.forEach(({ item }, at) => ids.set(item.asin, added[at]!));
    return { ids, made: new Set(added) };
  }

  /** Takes into a book what Audible says of it now. True where something that is shown became another. */
  async retell(repositories: Repositories, bookId: string, title: Title, country: string): Promise<boolean> {
    const before = await repositories.bookMetadata.locked(bookId);
    if (!before) return false;
    const merged = mergeTitle(before, statementOf(title, country), title.item);
    const changes: BookChange[] = merged.changes;
    if (changes.length === 0) return false;
    const after = { ...merged, cover: before.cover };
    await saveBook(repositories, { bookId, before, after, changes, cause: { kind: 'AUDIBLE', userId: null } });
    return changes.some((change) => change.before !== change.after);
  }
}

function newBook(title: Title, userId: string, country: string): FilelessBook {
  return { ownerId: userId, kept: { ...bookFrom([statementOf(title, country)]), status: 'NEW', coverId: null } };
}
