import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BookSearch } from './books.queries.js';

/** What is searched for and in which order, kept in the address so that it can be shared and gone back to. */
export function useBookSearch(): [BookSearch, (search: BookSearch) => void] {
  const { q = '', sort: order = 'newest', shelf } = useSearch({ from: '/signed-in/' });
  const navigate = useNavigate();
  const setSearch = (next: BookSearch) => {
    const sort = next.order === 'newest' ? undefined : next.order;
    const search = { q: next.q === '' ? undefined : next.q, sort, shelf: next.shelf };
    void navigate({ to: '/', search, replace: true });
  };
  return [{ q, order, shelf }, setSearch];
}
