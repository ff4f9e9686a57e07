import type { BookToSave, WholeStoredBook } from '@octavo/database';
import { type Locks, lockParts, type StoredBook } from '@octavo/domain';

/** A book with parts, or its cover, locked (true) or unlocked (false); the cover is as it was `before`. */
export function withLocks(book: StoredBook, before: WholeStoredBook, locks: Locks & { cover?: boolean }): BookToSave {
  const { cover, ...parts } = locks;
  const origins = lockParts(book.origins, parts);
  if (cover === undefined) return { ...book, origins };
  const { source, provider } = before.cover.origin ?? { source: 'filepath' as const };
  const origin = { source, ...(provider !== undefined && { provider }), ...(cover && { locked: true }) };
  return { ...book, origins, cover: { ...before.cover, origin } };
}
