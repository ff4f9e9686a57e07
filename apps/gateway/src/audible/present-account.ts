import {
  type AudibleAccount,
  type AudibleStore,
  type AudibleSync,
  AudibleTally,
  Country,
  Oddity,
} from '@octavo/contracts';
import type {
  AccountWithStores,
  AudibleStore as StoreRow,
  AudibleSync as SyncRow,
  TitleCounts,
} from '@octavo/database';
import { z } from 'zod';

/** What is known of an account's stores beside their rows, by store. */
export interface AroundStores {
  counts: ReadonlyMap<string, TitleCounts>;
  syncs: ReadonlyMap<string, SyncRow>;
}

/** An account as the API shows it: nothing of its credentials. */
export function presentAccount(account: AccountWithStores, around: AroundStores): AudibleAccount {
  const { id, name, state, detail, isImported, stores } = account;
  return {
    ...{ id, name, state, detail, isImported, country: Country.parse(account.country) },
    mode: account.mode as AudibleAccount['mode'],
    ways: account.ways as AudibleAccount['ways'],
    stores: stores.map((store) => presentStore(store, account, around)),
    createdAt: account.createdAt.toISOString(),
  };
}

function presentStore(store: StoreRow, { state }: AccountWithStores, { counts, syncs }: AroundStores): AudibleStore {
  const { id, total, lastSyncStatus, lastErrorCode, lastError, notBefore, nextSyncAt } = store;
  const { titles, removed, leftOut } = counts.get(id) ?? { titles: 0, removed: 0, leftOut: 0 };
  const sync = syncs.get(id);
  const next = notBefore !== null && notBefore > nextSyncAt ? notBefore : nextSyncAt;
  const isAsked = state === 'OK' || state === 'THROTTLED';
  return {
    ...{ id, total, lastSyncStatus, lastErrorCode, lastError, country: Country.parse(store.country) },
    ...{ titleCount: titles, removedCount: removed, leftOutCount: leftOut },
    verifiedAt: store.verifiedAt?.toISOString() ?? null,
    lastSyncAt: store.lastSyncAt?.toISOString() ?? null,
    nextSyncAt: isAsked ? next.toISOString() : null,
    waitsUntil: notBefore !== null && notBefore.getTime() > Date.now() ? notBefore.toISOString() : null,
    sync: sync ? presentSync(sync) : null,
  };
}

export function presentSync({ id, state, mode, total, startedAt, finishedAt, ...row }: SyncRow): AudibleSync {
  const { errorCode, errorDetail } = row;
  const told = AudibleTally.partial().safeParse(row.tally);
  return {
    ...{ id, state },
    tally: { ...NOTHING_SEEN, ...(told.success && told.data), mode: mode === 'delta' ? 'delta' : 'full', total },
    error: errorCode === null ? null : { code: errorCode, detail: errorDetail ?? '' },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** What a look at a store had a word about. */
export function odditiesOf({ oddities }: SyncRow): Oddity[] {
  const told = z.array(Oddity).safeParse(oddities);
  return told.success ? told.data : [];
}

const NOTHING_SEEN: AudibleTally = {
  ...{ mode: 'full', total: null, fetched: 0, distinct: 0, complete: false, created: 0, updated: 0, unchanged: 0 },
  ...{ volatileOnly: 0, revoked: 0, hollow: 0, malformed: 0, absent: 0, leftOut: 0, requests: 0, retries: 0 },
};
