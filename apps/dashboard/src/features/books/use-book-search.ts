import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BookSearch } from './books.queries.js';

/** What is searched for and in which order, kept in the address so that it can be shared and gone back to. */
export function useBookSearch(): [BookSearch, (search: BookSearch) => void] {
  const { q = '', sort: order = 'newest' } = useSearch({ from: '/signed-in/' });
  const navigate = useNavigate();
  const setSearch = (next: BookSearch) => {
    const search = { q: next.q === '' ? undefined : next.q, sort: next.order === 'newest' ? undefined : next.order };
    void navigate({ to: '/', search, replace: true });
  };
  return [{ q, order }, setSearch];
}
