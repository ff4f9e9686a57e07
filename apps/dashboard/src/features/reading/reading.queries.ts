import { Reading, type ReadingRestore, type ReadingUpdate } from '@octavo/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.js';

/** Below the book's own key: what puts the book in doubt puts this in doubt. */
export function readingQuery(bookId: string) {
  return queryOptions({
    queryKey: ['books', 'one', bookId, 'reading'],
    queryFn: ({ signal }) => ask(Reading, addressOf(bookId), { signal }),
  });
}

/** Says in this browser how far the reader is. */
export function useChangeReading(bookId: string, done?: string) {
  const keep = useKeep(bookId);
  return useMutation({
    mutationFn: (body: ReadingUpdate) => ask(Reading, addressOf(bookId), { method: 'PUT', body }),
    onSuccess: keep,
    meta: done === undefined ? {} : { done },
  });
}

/** Back to an earlier state; what was since stays in the history. */
export function useRestoreReading(bookId: string, onDone: () => void) {
  const keep = useKeep(bookId);
  return useMutation({
    mutationFn: (body: ReadingRestore) => ask(Reading, `${addressOf(bookId)}/restore`, { method: 'POST', body }),
    onSuccess: (reading) => {
      keep(reading);
      onDone();
    },
    meta: { done: 'You are back there' },
  });
}

function useKeep(bookId: string) {
  const queryClient = useQueryClient();
  return (reading: Reading) => queryClient.setQueryData(readingQuery(bookId).queryKey, reading);
}

const addressOf = (bookId: string) => `/api/books/${encodeURIComponent(bookId)}/reading`;
