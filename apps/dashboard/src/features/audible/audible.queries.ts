import {
  AudibleAccountPage,
  type AudibleSync,
  AudibleSyncDetail,
  AudibleSyncPage,
  SeriesGaps,
} from '@octavo/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

/** Which library: of an account, at one marketplace. */
export interface StorePlace {
  accountId: string;
  storeId: string;
}

/** The accounts at Audible of whoever is signed in, with their stores. */
export const accountsQuery = queryOptions({
  queryKey: ['audible', 'accounts'],
  queryFn: ({ signal }) => ask(AudibleAccountPage, '/api/audible', { signal }),
});

/** The last looks at a store, newest first. */
export function storeSyncsQuery(place: StorePlace) {
  return queryOptions({
    queryKey: ['audible', 'syncs', place.storeId],
    queryFn: ({ signal }) => ask(AudibleSyncPage, `${storeAddress(place)}/syncs`, { signal }),
  });
}

/**
 * One look with the titles there is a word to be said about. That may be a thousand, so it stands apart from what every
 * announcement puts in doubt, and is asked for again only when there is more to be said.
 */
export function storeSyncQuery(place: StorePlace, { id, state, tally }: Pick<AudibleSync, 'id' | 'state' | 'tally'>) {
  const { malformed, hollow, leftOut } = tally;
  return queryOptions({
    queryKey: ['audible-sync', id, state, malformed, hollow, leftOut],
    gcTime: 5_000,
    queryFn: ({ signal }) =>
      ask(AudibleSyncDetail, `${storeAddress(place)}/syncs/${encodeURIComponent(id)}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Of each series what is there, and what is not yet. */
export const seriesQuery = queryOptions({
  queryKey: ['audible', 'series'],
  queryFn: ({ signal }) => ask(SeriesGaps, '/api/audible/series', { signal }),
});

/** Where an account is asked for. */
export function accountAddress(accountId: string): string {
  return `/api/audible/${encodeURIComponent(accountId)}`;
}

function storeAddress({ accountId, storeId }: StorePlace): string {
  return `${accountAddress(accountId)}/stores/${encodeURIComponent(storeId)}`;
}
