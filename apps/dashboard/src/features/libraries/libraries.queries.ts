import { LibraryPage } from '@octavo/contracts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';

export const librariesQuery = queryOptions({
  queryKey: ['libraries'],
  queryFn: ({ signal }) => ask(LibraryPage, withQuery('/api/libraries', { limit: 200 }), { signal }),
});

/** Asks for folders to be looked through now; what is found arrives by the event stream. */
export function useScan() {
  return useMutation({
    mutationFn: (libraryIds: string[]) =>
      Promise.all(libraryIds.map((id) => tell(`/api/libraries/${id}/scan`, { method: 'POST' }))),
    meta: { done: 'Looking through the folders now' },
  });
}
