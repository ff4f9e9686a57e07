import { type NewShelf, Shelf } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';
import { bookQuery } from '../books/books.queries.js';
import { shelvesQuery } from './shelves.queries.js';

/** A new shelf; with a book on it where one is named. */
export function useAddShelf(bookId: string | undefined, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: async (body: NewShelf) => {
      const shelf = await ask(Shelf, '/api/shelves', { method: 'POST', body });
      if (bookId !== undefined) await tell(`/api/shelves/${shelf.id}/books/${bookId}`, { method: 'PUT' });
      return shelf;
    },
    onSuccess: async () => {
      await lookAgain(bookId);
      onDone();
    },
    meta: { showsProblem: true },
  });
}

export function useRenameShelf(id: string, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: NewShelf) => ask(Shelf, `/api/shelves/${id}`, { method: 'PATCH', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone();
    },
    meta: { showsProblem: true, done: 'Renamed' },
  });
}

/** The books stay. */
export function useRemoveShelf(id: string, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => tell(`/api/shelves/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await lookAgain();
    },
    meta: { done: 'The shelf is gone, its books stay' },
  });
}

/** Puts a book on a shelf, or takes it off. */
export function useStandOnShelf(bookId: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ shelfId, on }: { shelfId: string; on: boolean }) =>
      tell(`/api/shelves/${shelfId}/books/${bookId}`, { method: on ? 'PUT' : 'DELETE' }),
    onSuccess: () => lookAgain(bookId),
  });
}

function useLookAgain() {
  const queryClient = useQueryClient();
  return (bookId?: string) =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: shelvesQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: ['books', 'list'] }),
      bookId !== undefined && queryClient.invalidateQueries({ queryKey: bookQuery(bookId).queryKey, exact: true }),
    ]);
}
