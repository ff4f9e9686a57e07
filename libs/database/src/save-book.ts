import type { BookToSave, WholeStoredBook } from './repositories/book-metadata.repository.js';
import type { BookChange, ChangeCause } from './repositories/changes.repository.js';
import type { Repositories } from './repositories/index.js';

/** A book as it was and as it is to be, with what is to be noted of that. */
export interface Saving {
  bookId: string;
  before: WholeStoredBook;
  after: BookToSave;
  changes: readonly BookChange[];
  cause: ChangeCause | { runId: string };
}

/** Writes a book and its history, in a transaction in which it is locked. */
export async function saveBook({ bookMetadata, changes: history }: Repositories, saving: Saving): Promise<void> {
  const { bookId, before, after, changes, cause } = saving;
  await bookMetadata.save(bookId, before, after);
  await history.note(cause, bookId, changes);
}

/** Tells devices of books of which something that is shown is another. The last of a transaction: see `settleRights`. */
export async function tellDevices({ entitlements }: Repositories, bookIds: readonly string[]): Promise<void> {
  if (bookIds.length === 0) return;
  await entitlements.lock();
  for (const bookId of bookIds) await entitlements.touch(bookId, 'metadata');
}
