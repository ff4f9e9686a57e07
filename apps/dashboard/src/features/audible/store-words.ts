import type { AudibleAccount, AudibleStore } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';
import { counted } from '../libraries/library-words.js';

type AccountState = AudibleAccount['state'];

const STATUS_WORDS: Record<NonNullable<AudibleStore['lastSyncStatus']>, { label: string; color: string }> = {
  OK: { label: 'Up to date', color: 'green' },
  PARTIAL: { label: 'Incomplete', color: 'orange' },
  HELD: { label: 'In doubt', color: 'orange' },
  FAILED: { label: 'Last sync failed', color: 'orange' },
};

/** How a store stands as a badge says it, and its colour: first what keeps it from being synced at all. */
export function storeStanding(
  state: AccountState,
  { waitsUntil, sync, lastSyncStatus }: Pick<AudibleStore, 'waitsUntil' | 'sync' | 'lastSyncStatus'>,
): { label: string; color: string } {
  if (state === 'REAUTH_REQUIRED' || state === 'UNREADABLE') return { label: 'Not synced', color: 'red' };
  if (waitsUntil !== null) return { label: 'Waits for Audible', color: 'gray' };
  if (sync?.state === 'RUNNING') return { label: 'Syncing', color: 'petrol' };
  return lastSyncStatus === null ? { label: 'Not synced yet', color: 'gray' } : STATUS_WORDS[lastSyncStatus];
}

/** How much of a store is known for certain. */
export interface Verdict {
  words: string;
  /** When all of it was last seen, where the words go on with that. */
  verifiedAt?: string;
  /** True where something may be missing. */
  inDoubt: boolean;
}

type Judged = Pick<
  AudibleStore,
  'total' | 'verifiedAt' | 'titleCount' | 'removedCount' | 'leftOutCount' | 'lastSyncStatus' | 'lastError' | 'sync'
>;

const NOTHING_GONE = 'nothing was taken for gone';

/** What people want to know of a store, in one line: whether all of it is here. Undefined before the first sync ended. */
export function verdictOf(store: Judged): Verdict | undefined {
  const { lastSyncStatus, verifiedAt } = store;
  if (lastSyncStatus === 'PARTIAL') return partialVerdict(store);
  if (lastSyncStatus === 'HELD' || lastSyncStatus === 'FAILED') return doubtfulVerdict(store);
  if (verifiedAt === null) return undefined;
  return { words: verifiedWords(store), verifiedAt, inDoubt: false };
}

function partialVerdict({ sync, lastError }: Judged): Verdict {
  const { total = null, distinct = 0 } = sync?.state === 'PARTIAL' ? sync.tally : {};
  const lacking = total === null ? 0 : total - distinct;
  if (total !== null && lacking > 0) {
    const may = `${counted(lacking, 'title')} may be missing; ${NOTHING_GONE}`;
    return { words: `${number(distinct)} of ${number(total)}: ${may}.`, inDoubt: true };
  }
  const words = lastError === null ? `Not all of it may have been seen; ${NOTHING_GONE}.` : asSentence(lastError);
  return { words, inDoubt: true };
}

function doubtfulVerdict({ lastSyncStatus, lastError }: Judged): Verdict {
  if (lastError !== null) return { words: asSentence(lastError), inDoubt: true };
  const words =
    lastSyncStatus === 'HELD' ? 'Audible shows far less than before' : 'The last sync did not come to its end';
  return { words: `${words}; ${NOTHING_GONE}.`, inDoubt: true };
}

/** "1,357 of 1,357 verified"; without what the server counts, what is known. */
export function verifiedWords({ total, titleCount, removedCount, leftOutCount }: Omit<Judged, 'sync'>): string {
  if (total !== null) return `${number(total)} of ${number(total)} verified`;
  return `${counted(titleCount - removedCount + leftOutCount, 'title')} verified`;
}

/** What of a store is in the library: "1,343 books, 3 of them gone from Audible". */
export function bookCountWords({
  titleCount,
  removedCount,
}: Pick<AudibleStore, 'titleCount' | 'removedCount'>): string {
  const gone = removedCount === 0 ? '' : `, ${number(removedCount)} of them gone from Audible`;
  return counted(titleCount, 'book') + gone;
}

const number = (count: number) => count.toLocaleString('en-GB');
