import type { Library, Scan } from '@octavo/contracts';
import { counted } from './library-words.js';

/** Whether a scan is at work now. */
export const isUnderWay = ({ state }: Pick<Scan, 'state'>): boolean => state === 'LISTING' || state === 'IMPORTING';

const END_WORDS: Partial<Record<Scan['state'], string>> = {
  COMPLETED: 'Scanned',
  CANCELLED: 'Cancelled',
  FAILED: 'Not finished',
  HELD: 'Waits for a word',
};

/** How a scan ended, in a word or two; undefined while it has not. */
export const endWords = ({ state }: Pick<Scan, 'state'>): string | undefined => END_WORDS[state];

/** What a scan came to, or how far it is: the problem it ended with, else what it found. */
export function outcomeWords(scan: Scan): string {
  if (isUnderWay(scan)) return progressOf(scan).words;
  return scan.problem?.detail ?? foundWords(scan);
}

/** The last scan of a folder in a line; a problem that the folder itself has is not told again. */
export function lastScanWords(scan: Scan, { problem }: Pick<Library, 'problem'>): string {
  const end = scan.state === 'CANCELLED' ? ' cancelled' : scan.state === 'FAILED' ? ' not finished' : '';
  const toldAlready = scan.problem !== null && scan.problem.detail === problem?.detail;
  return `Last scan${end}${toldAlready ? '' : ` · ${outcomeWords(scan)}`}`;
}

type Counts = Pick<Scan, 'state' | 'found' | 'added' | 'changed' | 'moved' | 'unchanged' | 'gone'>;

/**
 * What a scan found, as one sentence: "412 files: 3 new, 1 moved, 408 as they were". What could not be read is not
 * among it, since it stands apart with a way to see it.
 */
export function foundWords({ state, found, added, changed, moved, unchanged, gone }: Counts): string {
  // A file with another path was new to the listing, and only its contents told that it was moved.
  const parts = [
    part(Math.max(0, added - moved), 'new'),
    part(changed, 'changed'),
    part(moved, 'moved'),
    part(unchanged, 'as they were', 'as it was'),
    state === 'HELD' ? '' : part(gone, 'no longer there'),
  ].filter((words) => words !== '');
  const files = counted(found, 'file');
  return parts.length === 0 ? files : `${files}: ${parts.join(', ')}`;
}

/** How far something has come: in percent, where that is known, and in words. */
export interface ScanProgressWords {
  percent?: number;
  words: string;
}

/** Of a scan under way. */
export function progressOf({ state, done, added, changed }: Scan): ScanProgressWords {
  const total = added + changed;
  if (state === 'LISTING') return { words: 'Looking through the folder…' };
  if (total === 0) return { words: 'Looking for what is gone…' };
  const number = (count: number) => count.toLocaleString('en-GB');
  // A file that changes while it is read is counted twice.
  const read = Math.min(done, total);
  return { percent: (100 * read) / total, words: `${number(read)} of ${counted(total, 'file')} read` };
}

/** How many files could not be read: "3 files could not be read"; undefined where none. */
export function failedWords(failed: number): string | undefined {
  return failed === 0 ? undefined : `${counted(failed, 'file')} could not be read`;
}

const part = (count: number, many: string, one = many) =>
  count === 0 ? '' : `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
