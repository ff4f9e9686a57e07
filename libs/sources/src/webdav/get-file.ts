import type { DavClient } from './dav-client.js';
import { DavError, type DavReason } from './dav-error.js';
import { nextForFile, type Destination } from './redirects.js';
import { readRetryAfter } from './retry-after.js';
import type { Carried, CarryLimits } from './transport.js';

/** A part of a file: the first byte and the last, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

export interface GetOrder {
  at: Destination;
  range?: ByteRange | undefined;
  limits: CarryLimits;
  signal?: AbortSignal | undefined;
}

/** An answer that is a file or a part of it (200, 206), and where it came from in the end. */
export interface GotFile {
  answer: Carried;
  at: Destination;
}

const MOST_HOPS = 5;
const MOVED = new Set([301, 302, 303, 307, 308]);
const REASONS: Readonly<Record<number, DavReason>> = {
  401: 'auth_failed',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  410: 'not_found',
  416: 'file_changed',
  429: 'rate_limited',
};
const PASSING = new Set([408, 423, 425, 429]);

/**
 * Asks for a file. Many servers keep files elsewhere and send us there, often with an address that is good for minutes; the
 * credentials stay at home, since whoever is asked there has no use for them and may refuse a request that carries any.
 * Throws DavError; once aborted, the signal's reason.
 */
export async function getFile(client: DavClient, { at: from, range, limits, signal }: GetOrder): Promise<GotFile> {
  let at = from;
  for (let hops = 0; ; hops += 1) {
    const headers: Record<string, string> = range ? { range: `bytes=${range.first}-${range.last}` } : {};
    const answer = await client.send({ ...at, method: 'GET', headers, limits, signal });
    if (answer.status === 200 || answer.status === 206) return { answer, at };
    await answer.discard();
    const next = redirectOf(answer, at);
    if (!next) throw refusalOf(answer, client.timing.now());
    if (hops === MOST_HOPS) throw new DavError('redirect_refused', { status: answer.status });
    at = next;
  }
}

function redirectOf({ status, headers }: Carried, from: Destination): Destination | undefined {
  const { location } = headers;
  if (!MOVED.has(status) || location === undefined) return undefined;
  const next = nextForFile(location, from);
  if (!next) throw new DavError('redirect_refused', { status });
  return next;
}

function refusalOf({ status, headers }: Carried, now: number): DavError {
  const retryAfter = readRetryAfter(headers['retry-after'], now);
  const passing = PASSING.has(status) || status >= 500;
  const reason = REASONS[status] ?? (MOVED.has(status) ? 'redirect_refused' : 'server_error');
  return new DavError(reason, { status, passing, ...(retryAfter !== undefined && { retryAfter }) });
}
