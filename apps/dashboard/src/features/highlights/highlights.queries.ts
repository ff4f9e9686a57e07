import { BookAnnotations } from '@octavo/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

/** Below the book's own key: what puts the book in doubt puts this in doubt. */
export function annotationsQuery(bookId: string) {
  return queryOptions({
    queryKey: ['books', 'one', bookId, 'annotations'],
    queryFn: ({ signal }) => ask(BookAnnotations, `/api/books/${encodeURIComponent(bookId)}/annotations`, { signal }),
  });
}
