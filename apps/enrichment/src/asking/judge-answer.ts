import type { HostAnswer } from '@octavo/domain';
import type { OutboundAnswer, OutboundError, OutboundFailure } from '@octavo/outbound';
import type { Reading } from './errand.js';

/** What is to be done after one request. */
export type Step<Result> =
  | { kind: 'done'; result: Result }
  | { kind: 'redirect'; to: string }
  /** Once more, after a while. */
  | { kind: 'again' }
  | { kind: 'blocked' | 'outage' | 'unreadable'; reason: string };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may well go better in a moment. */
const PASSING: ReadonlySet<OutboundFailure> = new Set(['timeout', 'unreachable', 'broken-off', 'name-not-found']);
/** What is wrong with one answer, and not with its host. */
const OF_ONE_ANSWER: ReadonlySet<OutboundFailure> = new Set(['too-large', 'too-many-redirects', 'forbidden-redirect']);

/** What an answer means for its host, and what comes next. A failure is tried again once, unless it `isLast`. */
export function judgeAnswer<Result>(
  reading: Reading<Result>,
  isLast: boolean,
): { host: HostAnswer; step: Step<Result> } {
  switch (reading.kind) {
    case 'read':
      return { host: { kind: 'ok' }, step: { kind: 'done', result: reading.result } };
    case 'blocked':
      return { host: reading, step: { kind: 'blocked', reason: reading.reason } };
    case 'unreadable':
      return { host: { kind: 'open' }, step: reading };
    case 'outage':
      if (!isLast && !reading.isLasting) return { host: { kind: 'open' }, step: { kind: 'again' } };
      return { host: { kind: 'outage', reason: reading.reason }, step: { kind: 'outage', reason: reading.reason } };
  }
}

/** A request that came to no answer. */
export function readFailure({ failure, message }: OutboundError): Reading<never> {
  if (OF_ONE_ANSWER.has(failure)) return { kind: 'unreadable', reason: message };
  return { kind: 'outage', reason: message, isLasting: !PASSING.has(failure) };
}

/** Where an answer leads, made whole; "" where that is no address. Undefined for an answer that is one. */
export function redirectOf({ status, headers, url }: OutboundAnswer): string | undefined {
  const location = headers['location'];
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  return URL.parse(location, url)?.href ?? '';
}
