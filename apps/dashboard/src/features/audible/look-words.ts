import type { AudibleSync, AudibleTally } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';
import { tookWords as spanWords } from '../servers/spans.js';

/** How far something has come: in percent, where that is known, and in words. */
export interface LookProgress {
  percent?: number;
  words: string;
}

/** How far a look at a store under way has come, in titles. */
export function lookProgress(tally: AudibleTally): LookProgress {
  const { mode, total, distinct } = tally;
  if (mode === 'delta' && distinct === 0) return { words: 'Asking what has changed…' };
  if (distinct === 0) return { words: 'Asking Audible…' };
  const done = Math.min(doneOf(tally), distinct);
  const taken = `${number(done)} taken in`;
  if (total === null || total === 0) return { words: `${counted(distinct, 'title')} seen, ${taken}` };
  const percent = Math.min(100, (100 * done) / total);
  return { percent, words: `${number(Math.min(distinct, total))} of ${counted(total, 'title')} seen, ${taken}` };
}

/** What a look changed here: "12 new, 3 changed, 1 gone from Audible"; that nothing was new, where it was so. */
export function changedWords({ created, updated, revoked }: AudibleTally): string {
  const parts = [
    created > 0 ? `${number(created)} new` : '',
    updated > 0 ? `${number(updated)} changed` : '',
    revoked > 0 ? `${number(revoked)} gone from Audible` : '',
  ].filter((words) => words !== '');
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}

/** What a look did not take in: "14 podcasts and the like, 2 unreadable"; undefined where it took all. */
export function leftOutWords({
  leftOut,
  malformed,
  hollow,
}: Pick<AudibleTally, 'leftOut' | 'malformed' | 'hollow'>): string | undefined {
  const podcasts = leftOut === 1 ? '1 podcast or the like' : `${number(leftOut)} podcasts and the like`;
  const parts = [
    leftOut > 0 ? podcasts : '',
    malformed > 0 ? `${number(malformed)} unreadable` : '',
    hollow > 0 ? `${number(hollow)} without details` : '',
  ].filter((words) => words !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** What is still in doubt after a look, as a sentence; undefined where nothing is. */
export function absentWords({ absent }: Pick<AudibleTally, 'absent'>): string | undefined {
  if (absent === 0) return undefined;
  const them =
    absent === 1 ? '1 title was not there. It counts' : `${number(absent)} titles were not there. They count`;
  return `${them} as gone once two full syncs in a row have missed ${absent === 1 ? 'it' : 'them'}.`;
}

/** What a look took: "Everything was asked for: 1,357 titles in 3 requests". */
export function effortWords({ mode, distinct, fetched, requests, retries, volatileOnly }: AudibleTally): string {
  const what = mode === 'full' ? 'Everything was asked for' : 'Only what had changed was asked for';
  const parts = [
    `${what}: ${counted(distinct, 'title')} in ${counted(requests, 'request')}`,
    fetched > distinct ? `${number(fetched - distinct)} came twice` : '',
    volatileOnly > 0 ? `${number(volatileOnly)} differed only in how far they were heard or how they are rated` : '',
    retries > 0 ? `${counted(retries, 'request')} had to be repeated` : '',
  ];
  return parts.filter((words) => words !== '').join(', ');
}

const END_WORDS: Record<AudibleSync['state'], string> = {
  RUNNING: 'At work',
  COMPLETED: 'Complete',
  PARTIAL: 'Incomplete',
  FAILED: 'Not finished',
  CANCELLED: 'Broken off',
};

/** How a look ended, in a word or two, or that it has not. */
export const endWords = ({ state }: Pick<AudibleSync, 'state'>): string => END_WORDS[state];

/** What a look came to, or how far it is: the problem it ended with, else what it saw and what that changed. */
export function outcomeWords({ state, tally, error }: Pick<AudibleSync, 'state' | 'tally' | 'error'>): string {
  if (state === 'RUNNING') return lookProgress(tally).words;
  if (state === 'FAILED' && error !== null) return error.detail;
  const { mode, total, distinct } = tally;
  const seen =
    mode === 'delta' || total === null
      ? counted(distinct, mode === 'delta' ? 'change' : 'title')
      : `${number(distinct)} of ${counted(total, 'title')}`;
  return `${seen}: ${changedWords(tally)}`;
}

/** Titles that were dealt with, in whatever way. */
function doneOf(tally: AudibleTally): number {
  const { created, updated, unchanged, volatileOnly, revoked, hollow, malformed, leftOut } = tally;
  return created + updated + unchanged + volatileOnly + revoked + hollow + malformed + leftOut;
}

const number = (count: number) => count.toLocaleString('en-GB');

/** How long a look took; undefined while it has not ended. */
export function tookWords({
  startedAt,
  finishedAt,
}: Pick<AudibleSync, 'startedAt' | 'finishedAt'>): string | undefined {
  if (finishedAt === null) return undefined;
  return spanWords((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}
