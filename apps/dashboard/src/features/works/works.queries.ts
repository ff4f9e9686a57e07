import { FormsOfBook, WorkSuggestionPage } from '@octavo/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../../api.js';

const SUGGESTIONS = '/api/works/suggestions';
const COUNTED_EVERY_MS = 60_000;

/** In what other forms a book is there, or may be, and what was bought of it. */
export function formsQuery(bookId: string) {
  return queryOptions({
    queryKey: ['works', 'forms', bookId],
    queryFn: ({ signal }) => ask(FormsOfBook, `/api/books/${encodeURIComponent(bookId)}/forms`, { signal }),
  });
}

/** Pairs of books that may be one work, the likeliest first. */
export const pairsQuery = queryOptions({
  queryKey: ['works', 'pairs'],
  queryFn: ({ signal }) => ask(WorkSuggestionPage, SUGGESTIONS, { signal }),
});

/** Only how many pairs there are. Announcements of books do not put it in doubt: it is shown on every page. */
export const pairCountQuery = queryOptions({
  queryKey: ['pair-count'],
  queryFn: ({ signal }) => ask(WorkSuggestionPage, `${SUGGESTIONS}?limit=1`, { signal }),
  refetchInterval: COUNTED_EVERY_MS,
});

/** How many pairs wait for a word; 0 until it is known. */
export function useWaitingPairs(): number {
  return useQuery(pairCountQuery).data?.total ?? 0;
}
