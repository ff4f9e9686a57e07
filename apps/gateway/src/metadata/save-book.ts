import type { BookChange, BookToSave, ChangeCause, Repositories, WholeStoredBook } from '@octavo/database';

/** A book as it was and as it is to be, with what is to be noted of that. */
export interface Saving {
  bookId: string;
  before: WholeStoredBook;
  after: BookToSave;
  changes: readonly BookChange[];
  cause: ChangeCause | { runId: string };
}

/**
 * Writes a book, its history, and tells devices where something that is shown of it is another. In a transaction; books
 * in the order of their ids, and devices' lines come last (`tell`).
 */
export async function saveBook({ bookMetadata, changes: history }: Repositories, saving: Saving): Promise<void> {
  const { bookId, before, after, changes, cause } = saving;
  await bookMetadata.save(bookId, before, after);
  await history.note(cause, bookId, changes);
}

/** Tells devices of books whose metadata changed. */
export async function tellDevices({ entitlements }: Repositories, bookIds: readonly string[]): Promise<void> {
  if (bookIds.length === 0) return;
  await entitlements.lock();
  for (const bookId of bookIds) await entitlements.touch(bookId, 'metadata');
}
