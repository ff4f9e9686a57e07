import { DomainError } from '@octavo/domain';
import { TagUpdate, TagUpdateItem } from './wire/tag-update.js';

/** What a device says of a collection: its name, and the books it puts there or takes away, by their ids. */
export interface ReadTagUpdate {
  name?: string;
  /** Undefined where the body has no list of items. */
  bookIds?: string[];
}

const MOST_ITEMS = 100_000;

/**
 * The body of a call about a collection. Items that are no books are left out. Throws 'request.invalid' only where the
 * body is no object at all: a device repeats what was refused before every sync.
 */
export function readTagUpdate(body: unknown): ReadTagUpdate {
  const parsed = TagUpdate.safeParse(body);
  if (!parsed.success) throw new DomainError('request.invalid', 'The body says nothing of a collection');
  const { Name, Items } = parsed.data;
  return { ...(Name !== undefined && { name: Name }), ...(Items && { bookIds: booksAmong(Items) }) };
}

function booksAmong(items: unknown[]): string[] {
  return items.slice(0, MOST_ITEMS).flatMap((item) => {
    const parsed = TagUpdateItem.safeParse(item);
    return parsed.success ? [parsed.data.RevisionId] : [];
  });
}
