import { FolderList, LibraryPage, type Scan, ScanDetail, ScanPage } from '@octavo/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../../api.js';

export const librariesQuery = queryOptions({
  queryKey: ['libraries'],
  queryFn: ({ signal }) => ask(LibraryPage, withQuery('/api/libraries', { limit: 200 }), { signal }),
});

/** The last scans of a library, newest first. */
export function scansQuery(libraryId: string) {
  return queryOptions({
    queryKey: ['libraries', libraryId, 'scans'],
    queryFn: ({ signal }) => ask(ScanPage, `/api/libraries/${encodeURIComponent(libraryId)}/scans`, { signal }),
  });
}

/** As many complaints about files as the server keeps of a scan. */
const MOST_FAULTS = 1_000;

/**
 * What a scan could not read. The list may be a thousand long, so it stands apart from what every announcement puts in
 * doubt, and is asked for again only when there is more of it.
 */
export function faultsQuery(libraryId: string, { id, failed }: Pick<Scan, 'id' | 'failed'>) {
  return queryOptions({
    queryKey: ['faults', id, Math.min(failed, MOST_FAULTS)],
    // While a scan goes on there is a longer list every second.
    gcTime: 5_000,
    queryFn: ({ signal }) => ask(ScanDetail, `/api/libraries/${encodeURIComponent(libraryId)}/scans/${id}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The folders in a folder of the server. */
export function folderQuery(path: string) {
  return queryOptions({
    queryKey: ['folders', path],
    queryFn: ({ signal }) => ask(FolderList, withQuery('/api/folders', { path }), { signal }),
    // Whoever goes back and forth between folders has perhaps just made one.
    staleTime: 2_000,
    placeholderData: keepPreviousData,
  });
}
