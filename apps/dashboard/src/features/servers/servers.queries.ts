import { type Sync, SyncDetail, SyncPage, WebdavConnectionPage } from '@octavo/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

/** The libraries of this account that lie on WebDAV servers. */
export const serversQuery = queryOptions({
  queryKey: ['webdav'],
  queryFn: ({ signal }) => ask(WebdavConnectionPage, '/api/webdav', { signal }),
});

/** The last syncs of a server, newest first. */
export function syncsQuery(serverId: string) {
  return queryOptions({
    queryKey: ['webdav', serverId, 'syncs'],
    queryFn: ({ signal }) => ask(SyncPage, `${addressOf(serverId)}/syncs`, { signal }),
  });
}

/**
 * One sync with what could not be listed or read. That may be a thousand lines, so it stands apart from what every
 * announcement puts in doubt, and is asked for again only when the sync has gone on.
 */
export function syncDetailQuery(serverId: string, { id, state, failed }: Pick<Sync, 'id' | 'state' | 'failed'>) {
  return queryOptions({
    queryKey: ['sync', id, state, failed],
    // While a sync goes on there is another answer every second.
    gcTime: 5_000,
    queryFn: ({ signal }) => ask(SyncDetail, `${addressOf(serverId)}/syncs/${id}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Where a connection is asked for. */
export function addressOf(serverId: string): string {
  return `/api/webdav/${encodeURIComponent(serverId)}`;
}
