import { BookDetail, SourceList } from '@octavo/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.js';
import { bookQuery } from '../books/books.queries.js';
import type { PatchSent } from './patch-of.js';

/** What each source says of a book. Below the book's own key: what puts the book in doubt puts this in doubt. */
export function sourcesQuery(bookId: string) {
  return queryOptions({
    queryKey: ['books', 'one', bookId, 'sources'],
    queryFn: ({ signal }) => ask(SourceList, `${addressOf(bookId)}/sources`, { signal }),
  });
}

interface Afterwards {
  /** Said when it worked. */
  done?: string;
  /** The form shows problems itself. */
  showsProblem?: boolean;
  onDone?: () => void;
}

/** Writes fields of a book, locks them, or has them as a source says. */
export function usePatchBook(bookId: string, { done, showsProblem = false, onDone }: Afterwards) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PatchSent) => ask(BookDetail, addressOf(bookId), { method: 'PATCH', body }),
    onSuccess: (book) => {
      queryClient.setQueryData(bookQuery(bookId).queryKey, book);
      void queryClient.invalidateQueries({ queryKey: bookQuery(bookId).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['books', 'list'] });
      onDone?.();
    },
    meta: { showsProblem, ...(done !== undefined && { done }) },
  });
}

const addressOf = (bookId: string) => `/api/books/${encodeURIComponent(bookId)}`;
