import { useQuery } from '@tanstack/react-query';
import { librariesQuery } from '../libraries/libraries.queries.js';
import { everyLibrary } from './every-library.js';
import { serversQuery } from './servers.queries.js';

/** All libraries there are for this account, watched folders and those on servers, as far as a list of them goes. */
export function useEveryLibrary(enabled = true) {
  const folders = useQuery({ ...librariesQuery, enabled });
  const servers = useQuery({ ...serversQuery, enabled });
  const isKnown = folders.data !== undefined && servers.data !== undefined;
  return {
    data: isKnown ? { items: everyLibrary(folders.data.items, servers.data.items) } : undefined,
    error: folders.error ?? servers.error,
    refetch: () => Promise.all([folders.refetch(), servers.refetch()]),
  };
}
