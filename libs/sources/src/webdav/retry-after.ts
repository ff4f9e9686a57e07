import { readDate } from './dates.js';
import { LONGEST_RETRY_AFTER_SEC } from './limits.js';

/**
 * Retry-After in seconds from `now`: a number or a moment (RFC 9110 §10.2.3). What lies in the past is 0, more than a day
 * is a day, anything else is nothing.
 */
export function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\s*-?\d{1,12}(?:\.\d{1,6})?\s*$/.test(text) ? Number(text) : secondsUntil(text, now);
  return seconds === undefined ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_RETRY_AFTER_SEC);
}

function secondsUntil(text: string, now: number): number | undefined {
  const date = readDate(text);
  return date && (date.getTime() - now) / 1000;
}
