/** What a shop can do instead of answering, where one word says it all. */
export const FAULT_NAMES = [
  // It does not want to be asked.
  'blocked-503',
  'captcha',
  'waf-202',
  'waf-202-empty',
  'waf-405',
  'age-gate',
  'sign-in',
  // Something is the matter with the line.
  'hang',
  'hang-up',
  'truncated',
  'endless',
  // Something is the matter with the answer.
  'latin1-as-utf8',
  'utf8-as-latin1',
  'html-for-json',
  'json-for-html',
  'empty',
  'cut-in-half',
  'script-in-description',
  'not-found',
  // Something is the matter with a picture; these meet requests for pictures alone.
  'html-cover',
  'gif-cover',
  'cmyk-cover',
  'huge-cover',
  'half-cover',
] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

/** Anything a shop can do instead of answering. */
export type Fault =
  | FaultName
  /** An error page with this status. */
  | { status: number }
  /** 429 with the time it wants to be left alone. */
  | { retryAfterSec: number }
  /** The honest answer in twenty parts, with so many milliseconds before each. */
  | { slowMs: number }
  | { redirectTo: string }
  /** A body of so many megabytes, all of which come. */
  | { bodyMb: number };

/** Which requests meet with a fault. */
export interface FaultWhen {
  /** How many of them; all unless set. */
  times?: number;
  /** Of which kind, by path and query. */
  paths?: RegExp;
  /** Not all of those but this share, evenly: 0.25 is every fourth. */
  share?: number;
}

/** A fault in a word, for what is written down. */
export function faultName(fault: Fault): string {
  return typeof fault === 'string' ? fault : (Object.keys(fault)[0] ?? '');
}
