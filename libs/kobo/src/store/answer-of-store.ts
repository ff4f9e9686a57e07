import { headersFromStore } from './headers-from-store.js';
import type { RequestHeaders } from '../headers.js';

/** What the store said, whole. */
export interface StoreReply {
  status: number;
  /** Lower-case names. */
  headers: RequestHeaders;
  body: Uint8Array;
}

/** What of it goes to a device. */
export interface HandedOn {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

const NOTHING = new Uint8Array();

/**
 * What a device gets of the store's answer; undefined where our own polite answer is better: for errors of the store's
 * own, for successes that hold no JSON, and for redirects other than of a GET to the store's hosts. Refusals (4xx) go
 * through as they are, since devices act on them. `address` is what was asked.
 */
export function handedOn(method: string, address: string, { status, headers, body }: StoreReply): HandedOn | undefined {
  if (status >= 300 && status < 400 && status !== 304) return redirected(method, address, { status, headers, body });
  if (status >= 500 || status < 200) return undefined;
  if (status < 300 && body.length > 0 && parsedJson(body) === undefined) return undefined;
  return { status, headers: headersFromStore(headers), body };
}

/** Anything but a GET would be repeated as a GET, without its body. */
function redirected(method: string, address: string, { status, headers }: StoreReply): HandedOn | undefined {
  const location = typeof headers.location === 'string' ? ofStoreHost(headers.location, address) : undefined;
  if (method !== 'GET' || location === undefined) return undefined;
  return { status, headers: { ...headersFromStore(headers), location }, body: NOTHING };
}

const STORE_HOSTS = /(?:^|\.)(?:kobo|kobobooks)\.com$/;

/** The address a Location header names, if it is one of the store's own hosts over TLS. */
function ofStoreHost(location: string, address: string): string | undefined {
  if (!URL.canParse(location, address)) return undefined;
  const url = new URL(location, address);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && STORE_HOSTS.test(url.hostname) ? url.href : undefined;
}

/** The JSON in some bytes; undefined where there is none. */
export function parsedJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch (error) {
    // by name, since Node's errors may come from another realm: no UTF-8, or no JSON
    if (['TypeError', 'SyntaxError'].includes((error as Error).name)) return undefined;
    throw error;
  }
}
