import { readRetryAfter } from '../../webdav/retry-after.js';
import type { Ask, Asked } from '../ask.js';
import { AudibleError } from '../audible-error.js';
import { parseJson, type Json } from './json-value.js';

export interface AuthQuestion {
  origin: string;
  target: '/auth/token' | '/auth/register' | '/auth/deregister';
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Milliseconds since 1970: what a Retry-After that is a date counts from. */
  now: number;
  signal?: AbortSignal | undefined;
}

/** An answer that is about the question. */
export interface AuthAnswer {
  status: number;
  /** Undefined where the body is no JSON. */
  json: Json;
}

const MALFORMED = new Set(['too-large', 'unsupported-encoding']);

/**
 * Asks a host that keeps devices and tokens. Gives every answer that may say something about the question, also of 500 where
 * it is JSON. Throws an AudibleError for the rest: 'unreachable', 'throttled' (408, 429), 'outage' (a page for people, or a
 * redirect to one), 'server_error', 'malformed_response' (too large); and the signal's reason once aborted.
 */
export async function askAuth(ask: Ask, question: AuthQuestion): Promise<AuthAnswer> {
  const { now, ...order } = question;
  const headers = { accept: 'application/json', 'accept-charset': 'utf-8', ...order.headers };
  const asked = await ask({ ...order, method: 'POST', headers }).catch((error: unknown) => {
    order.signal?.throwIfAborted();
    throw failureOfNetwork(error);
  });
  const { status } = asked;
  const retryAfter = readRetryAfter(asked.headers['retry-after'], now);
  if (status === 408 || status === 429) throw new AudibleError('throttled', { status, ...wait(retryAfter) });
  const text = new TextDecoder().decode(asked.body);
  if (isPage(asked, text)) throw new AudibleError('outage', { status, ...wait(retryAfter) });
  const json = parseJson(text);
  // Registration says with 500, too, what is wrong with the question.
  if (status >= 500 && json === undefined) throw new AudibleError('server_error', { status, ...wait(retryAfter) });
  return { status, json };
}

function wait(retryAfter: number | undefined): { retryAfter?: number } {
  return retryAfter === undefined ? {} : { retryAfter };
}

function isPage({ status, headers }: Asked, text: string): boolean {
  const isHtml = /\bhtml\b/i.test(headers['content-type'] ?? '');
  return isHtml || /^[\s\ufeff]*</.test(text) || (status >= 300 && status < 400);
}

/** What the network threw, in our words; everything else, a mistake of ours, as it is. */
function failureOfNetwork(error: unknown): unknown {
  const failure = (error as { failure?: unknown } | null | undefined)?.failure;
  if (typeof failure !== 'string') return error;
  return new AudibleError(MALFORMED.has(failure) ? 'malformed_response' : 'unreachable', { cause: error });
}
