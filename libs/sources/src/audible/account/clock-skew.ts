import { readDate } from '../../webdav/dates.js';

/**
 * By how many seconds our clock is ahead of a server's (behind: below 0), from the Date header of its answer and our own
 * time in milliseconds. Signatures carry a time, so a wrong clock is a reason for refusals. Undefined without a readable
 * date.
 */
export function skewOf(answerDate: string | undefined, now: number): number | undefined {
  const date = answerDate === undefined ? undefined : readDate(answerDate);
  return date && Math.round((now - date.getTime()) / 1000);
}
