import { AudibleError } from './audible-error.js';
import type { JudgedAnswer, Rejection } from './judge-answer.js';

/** Why an exchange was of no use, and what may still be done about it. */
export interface Failure {
  error: AudibleError;
  /** How often the question may be put in all. */
  mostTries: number;
  /** Seconds, as the server said. */
  waitSec?: number | undefined;
  /** Once it was put often enough: a smaller page may help, or another question. */
  then?: { kind: 'heavy' } | { kind: 'rejected'; about: Rejection };
}

const PASSING_TRIES = 6;
const BROKEN_TRIES = 4;
const SLOW_TRIES = 3;
/** Words of the network for answers that took too long, which is the way of large pages. */
const SLOW = new Set(['timeout', 'broken-off']);

/** What is to be done about an answer that is of no use. A wait of more than `longestWaitSec` is not waited for. */
export function failureOf(
  judged: Exclude<JudgedAnswer, { kind: 'ok' | 'refused' }>,
  status: number,
  longestWaitSec: number,
): Failure {
  switch (judged.kind) {
    case 'rejected': {
      const { about, words } = judged;
      const reason = about === 'not_found' ? 'not_owned' : 'rejected';
      const said = words === '' ? {} : { words: `Audible does not take the question: ${words}` };
      const error = new AudibleError(reason, { status, ...(reason === 'rejected' && said) });
      return { error, mostTries: 1, then: { kind: 'rejected', about } };
    }
    case 'heavy':
      return { error: new AudibleError('server_error', { status }), mostTries: BROKEN_TRIES, then: { kind: 'heavy' } };
    case 'malformed':
      return { error: new AudibleError('malformed_response', { status }), mostTries: PASSING_TRIES };
    case 'throttled':
    case 'outage':
      return passing(judged, status, longestWaitSec);
  }
}

function passing(
  judged: Extract<JudgedAnswer, { kind: 'throttled' | 'outage' }>,
  status: number,
  longestWaitSec: number,
): Failure {
  const { waitSec } = judged;
  const isLong = waitSec !== undefined && waitSec > longestWaitSec;
  const outage = judged.kind === 'outage' && judged.isPage ? 'outage' : 'server_error';
  const reason = judged.kind === 'throttled' || isLong ? 'throttled' : outage;
  const error = new AudibleError(reason, { status, ...(waitSec !== undefined && { retryAfter: waitSec }) });
  const isSlow = status === 408 || status === 504;
  return {
    error,
    mostTries: isLong ? 1 : PASSING_TRIES,
    waitSec,
    ...(isSlow && !isLong && { then: { kind: 'heavy' as const } }),
  };
}

/** What is to be done about an error of the network itself. */
export function networkFailure(cause: unknown): Failure {
  const word = typeof cause === 'object' && cause !== null && 'failure' in cause ? String(cause.failure) : '';
  const error = new AudibleError('unreachable', { cause });
  if (SLOW.has(word)) return { error, mostTries: SLOW_TRIES, then: { kind: 'heavy' } };
  return { error, mostTries: word === 'certificate' ? 1 : PASSING_TRIES };
}
