import { useQuery } from '@tanstack/react-query';
import { librariesQuery } from './libraries.queries.js';

/** What a watched folder is called; undefined while that is not known. */
export function useLibraryName(libraryId: string): string | undefined {
  return useQuery(librariesQuery).data?.items.find(({ id }) => id === libraryId)?.name;
}
