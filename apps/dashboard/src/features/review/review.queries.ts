import { type Suggestion, SuggestionList } from '@octavo/contracts';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.js';
import { enrichmentCountsQuery } from '../providers/providers.queries.js';

const fetchSuggestions = ({ signal }: { signal: AbortSignal }) => ask(SuggestionList, '/api/suggestions', { signal });

/** Books about which somebody has to say which edition is theirs. */
export const suggestionsQuery = queryOptions({ queryKey: ['suggestions', 'list'], queryFn: fetchSuggestions });

/**
 * How many books wait for a word. The list is long to make and books change all the time, so it is asked for again only
 * when the counts, which are quick, say that something is different.
 */
export function useWaitingBooks(): number {
  const counts = useQuery(enrichmentCountsQuery).data;
  const total = useQuery({
    queryKey: ['suggestions', 'count', counts?.suggested, counts?.blocked],
    queryFn: fetchSuggestions,
    select: (list: SuggestionList) => list.total,
    enabled: counts !== undefined,
    gcTime: 5_000,
    placeholderData: keepPreviousData,
  });
  return total.data ?? 0;
}

/** Takes what was answered from the list at once: the server's own list follows. */
export function useForgetSuggestion() {
  const queryClient = useQueryClient();
  return async (isAnswered: (bookId: string, findId: string) => boolean) => {
    await queryClient.cancelQueries({ queryKey: suggestionsQuery.queryKey });
    queryClient.setQueryData(suggestionsQuery.queryKey, (list) => list && without(list, isAnswered));
  };
}

function without(list: SuggestionList, isAnswered: (bookId: string, findId: string) => boolean): SuggestionList {
  const stays = ({ book, finds }: Suggestion) => finds.filter(({ id }) => !isAnswered(book.id, id));
  const items = list.items.map((one) => ({ ...one, finds: stays(one) })).filter(({ finds }) => finds.length > 0);
  return { ...list, items, total: list.total - (list.items.length - items.length) };
}
