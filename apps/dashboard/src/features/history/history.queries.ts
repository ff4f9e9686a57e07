import { ChangeList } from '@octavo/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

/** What changed in a book, the newest first. Below the book's own key: what puts the book in doubt puts this in doubt. */
export function changesQuery(bookId: string) {
  return queryOptions({
    queryKey: ['books', 'one', bookId, 'changes'],
    queryFn: ({ signal }) => ask(ChangeList, `/api/books/${encodeURIComponent(bookId)}/changes`, { signal }),
  });
}
