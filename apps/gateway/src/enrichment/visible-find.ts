import type { Database, ProviderFind, User } from '@octavo/database';
import { DomainError } from '@octavo/domain';

/** A find for a book that a user may see. Throws 'find.not-found' for every other. */
export async function visibleFind(database: Database, user: User, id: string): Promise<ProviderFind> {
  const find = await database.finds.find(id);
  const book = find && (await database.books.findVisible(find.bookId, user.id));
  if (!find || !book) throw new DomainError('find.not-found');
  return find;
}
