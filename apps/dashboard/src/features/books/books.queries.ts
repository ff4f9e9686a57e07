import { BookDetail, BookPage } from '@octavo/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../../api.js';
import { SORT_ORDERS, type SortOrder } from './sort-orders.js';

const PAGE_SIZE = 48;

export interface BookSearch {
  q: string;
  order: SortOrder;
  /** Only the books of this shelf. */
  shelf?: string | undefined;
}

/** The books that match, a page at a time. While another search is under way the last answer stays. */
export function bookListQuery({ q, order: name, shelf }: BookSearch) {
  const { sort, order } = SORT_ORDERS[name];
  return infiniteQueryOptions({
    queryKey: ['books', 'list', q, name, shelf ?? 'all'],
    queryFn: ({ pageParam, signal }) => {
      const query = { q: q === '' ? undefined : q, shelf, sort, order, limit: PAGE_SIZE, cursor: pageParam };
      return ask(BookPage, withQuery('/api/books', query), { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: BookPage) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function bookQuery(id: string) {
  return queryOptions({
    queryKey: ['books', 'one', id],
    queryFn: ({ signal }) => ask(BookDetail, `/api/books/${encodeURIComponent(id)}`, { signal }),
  });
}
