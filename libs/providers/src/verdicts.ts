import type { Answer, Verdict } from './metadata-provider.js';

type Failure = Exclude<Verdict<never>, { kind: 'found' }>;

const REFUSALS = new Set([401, 403, 405, 429, 503]);
/** A question that is refused as senseless asks for something that is not there. */
const GONE = new Set([400, 404, 410, 422]);
const MAX_RETRY_SEC = 7 * 24 * 3600;

/**
 * What a status alone says: 403, 405, 429 and 503 are refusals, 404 knows no such thing, every other failure may pass.
 * Undefined where the body decides.
 */
export function failureOf(answer: Answer): Failure | undefined {
  const { status } = answer;
  if (REFUSALS.has(status)) return blocked(`status ${status}`, answer);
  if (GONE.has(status)) return { kind: 'not-found' };
  if (status >= 200 && status < 300) return undefined;
  return { kind: 'outage', reason: `status ${status}` };
}

/** The provider does not want to be asked; with the time it wants to be left alone, where it says so. */
export function blocked(reason: string, { headers }: Answer): Failure {
  const retryAfterSec = retryAfter(headers['retry-after'] ?? '', headers['date'] ?? '');
  return { kind: 'blocked', reason, ...(retryAfterSec !== undefined && { retryAfterSec }) };
}

/** RFC 9110, 10.2.3: seconds or a date, which counts from the answer's own. Nothing longer than a week is believed. */
function retryAfter(text: string, answered: string): number | undefined {
  if (text.length > 60 || answered.length > 60) return undefined;
  const seconds = /^\s*\d+\s*$/.test(text) ? Number(text) : (Date.parse(text) - Date.parse(answered)) / 1000;
  return seconds > 0 && seconds <= MAX_RETRY_SEC ? Math.ceil(seconds) : undefined;
}
