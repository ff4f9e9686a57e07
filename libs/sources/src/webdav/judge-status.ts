import { DavError, type DavReason } from './dav-error.js';
import { readRetryAfter } from './retry-after.js';
import type { Carried } from './transport.js';

/** What an answer to PROPFIND or REPORT is, by its status alone. */
export type Judged =
  | { kind: 'listing' }
  | { kind: 'moved'; location: string; lasting: boolean }
  /** `error.passing` tells whether to try again. */
  | { kind: 'refused'; error: DavError };

const MOVED = new Set([301, 302, 307, 308]);

const LASTING: Readonly<Record<number, DavReason>> = {
  // A listing with 200 is a page for people that happens to be XML, or a captive portal.
  200: 'not_webdav',
  // After 303 the next request would be a GET, which lists nothing.
  303: 'redirect_refused',
  401: 'auth_failed',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_webdav',
  410: 'not_found',
  501: 'not_webdav',
};
/** Locked, still being processed, over a limit of the minute: all known to go by. */
const PASSING: Readonly<Record<number, DavReason>> = {
  408: 'timeout',
  423: 'server_error',
  425: 'server_error',
  429: 'rate_limited',
};

export function judgeStatus({ status, headers }: Pick<Carried, 'status' | 'headers'>, now: number): Judged {
  const location = headers['location'];
  if (status === 207) return { kind: 'listing' };
  if (MOVED.has(status) && location !== undefined)
    return { kind: 'moved', location, lasting: status === 301 || status === 308 };
  const lasting = LASTING[status] ?? (status < 300 ? 'not_webdav' : undefined);
  if (lasting) return { kind: 'refused', error: new DavError(lasting, { status }) };
  if (MOVED.has(status)) return { kind: 'refused', error: new DavError('redirect_refused', { status }) };
  const retryAfter = readRetryAfter(headers['retry-after'], now);
  const passing = PASSING[status] !== undefined || status >= 500;
  const reason = PASSING[status] ?? 'server_error';
  return {
    kind: 'refused',
    error: new DavError(reason, { status, passing, ...(retryAfter !== undefined && { retryAfter }) }),
  };
}
