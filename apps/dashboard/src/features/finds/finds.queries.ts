import { FindList } from '@octavo/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

/** What providers know that is, or may be, a book. Below the book's own key. */
export function findsQuery(bookId: string) {
  return queryOptions({
    queryKey: ['books', 'one', bookId, 'finds'],
    queryFn: ({ signal }) => ask(FindList, `/api/books/${encodeURIComponent(bookId)}/finds`, { signal }),
  });
}
