/**
 * How far one sync has come. A sync tells of removals first (they make room), then of books, then of shelves (whose books
 * have to be there before them). All numbers are places on the device's version line; `at` is how far the phase has come.
 */
export type SyncPosition =
  /** `at` === `since`: between two syncs. */
  | { phase: 'removals'; since: number; at: number }
  /** Removals up to `removals` were told at the beginning of this sync. */
  | { phase: 'books'; since: number; removals: number; at: number }
  /** Books were told up to `books`. */
  | { phase: 'shelves'; since: number; books: number; at: number };

export type SyncPhase = SyncPosition['phase'];

/** Where a device stands that knows everything up to `since`; 0: nothing. */
export function settledAt(since: number): SyncPosition {
  return { phase: 'removals', since, at: since };
}

/** True between two syncs. */
export function isSettled(position: SyncPosition): boolean {
  return position.phase === 'removals' && position.at === position.since;
}

/**
 * The position after a piece of the present phase that reached `reached`; without `more` the next phase begins.
 *
 * What the device is settled at in the end is where its books were read to. Shelves are read later and perhaps further:
 * a shelf that moved meanwhile is told once more, which does no harm, while a book that was granted meanwhile would be
 * lost if it counted as told.
 */
export function advance(position: SyncPosition, reached: number, more: boolean): SyncPosition {
  if (more) return { ...position, at: reached };
  const { since } = position;
  if (position.phase === 'removals') return { phase: 'books', since, removals: reached, at: since };
  if (position.phase === 'books') return { phase: 'shelves', since, books: reached, at: since };
  return settledAt(position.books);
}

/** Up to where a device that stands here is proved to know its books. */
export function provenTo(position: SyncPosition): number {
  if (position.phase === 'removals') return position.since;
  return position.phase === 'books' ? position.at : position.books;
}
