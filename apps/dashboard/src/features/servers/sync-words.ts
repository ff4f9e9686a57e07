import type { Sync, SyncAccepted } from '@octavo/contracts';
import { exactly } from '../../ui/dates.js';
import { counted } from '../libraries/library-words.js';
import { failedWords, foundWords, isUnderWay, type ScanProgressWords } from '../libraries/scan-words.js';
import { tookWords } from './spans.js';

type Counts = Pick<Sync, 'state' | 'found' | 'added' | 'changed' | 'moved' | 'unchanged' | 'gone'>;

/** What a sync found: "412 files: 3 new, 2 moved, 407 as they were". */
export function syncFoundWords(counts: Counts): string {
  const { added, moved, unchanged } = counts;
  // A file that was moved on its server is known by then: it is among those as they were, and not among the new.
  return foundWords({ ...counts, added: added + moved, unchanged: Math.max(0, unchanged - moved) });
}

/** How far a sync under way has come. `waitsUntil`: the server wants to be left alone until then. */
export function syncProgressOf(
  { state, found, added, changed, done }: Sync,
  waitsUntil: string | null = null,
): ScanProgressWords {
  const total = added + changed;
  if (state === 'LISTING' && waitsUntil !== null)
    return { words: `${counted(found, 'file')} found so far. ${leftAloneWords(waitsUntil)} It is gone on with then.` };
  if (state === 'LISTING' && found === 0) return { words: 'Looking through the server…' };
  if (state === 'LISTING') return { words: `${counted(found, 'file')} found so far` };
  if (total === 0) return { words: 'Comparing…' };
  const taken = Math.min(done, total);
  const number = taken.toLocaleString('en-GB');
  return { percent: (100 * taken) / total, words: `${number} of ${counted(total, 'file')} taken in` };
}

const END_WORDS: Partial<Record<Sync['state'], string>> = {
  COMPLETED: 'Synced',
  CANCELLED: 'Stopped',
  FAILED: 'Not finished',
  HELD: 'Held back',
};

/** How a sync ended, in a word or two, or that it has not. */
export function syncEndWords({ state, preview }: Pick<Sync, 'state' | 'preview'>): string {
  if (state === 'COMPLETED' && preview !== null) return 'Only looked';
  return END_WORDS[state] ?? 'At work';
}

/** What a sync came to, or how far it is: the problem it ended with, else what it found. */
export function syncOutcomeWords(sync: Sync): string {
  if (isUnderWay(sync)) return syncProgressOf(sync).words;
  return sync.problem?.detail ?? syncFoundWords(sync);
}

/** The last sync in a line. `told`: a problem that is told elsewhere already. */
export function lastSyncWords(sync: Sync, told: string | null): string {
  if (sync.preview !== null) return `Only looked, nothing was changed · ${syncFoundWords(sync)}`;
  const end = sync.state === 'CANCELLED' ? ' stopped' : sync.state === 'FAILED' ? ' not finished' : '';
  const toldAlready = sync.problem !== null && sync.problem.detail === told;
  return `Last sync${end}${toldAlready ? '' : ` · ${syncOutcomeWords(sync)}`}`;
}

/** What went wrong within a sync: "3 folders could not be listed in full"; undefined where nothing did. */
export function syncFaultWords({ tally, failed }: Pick<Sync, 'tally' | 'failed'>): string | undefined {
  const folders = (tally?.failedFolders ?? 0) + (tally?.partialFolders ?? 0);
  const unlisted = folders === 0 ? undefined : `${counted(folders, 'folder')} could not be listed in full`;
  const words = [unlisted, failedWords(failed)].filter((one) => one !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

/** How long a sync took; undefined while it has not ended. */
export function syncTookWords({ startedAt, finishedAt }: Pick<Sync, 'startedAt' | 'finishedAt'>): string | undefined {
  if (finishedAt === null) return undefined;
  return tookWords((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}

/** What is said when a sync was asked for. */
export function acceptedWords({ notBefore }: SyncAccepted): string {
  if (notBefore === undefined) return 'Syncing now';
  return `${leftAloneWords(notBefore)} It is synced then.`;
}

const leftAloneWords = (until: string) => `The server wants to be left alone until ${exactly(until)}.`;
