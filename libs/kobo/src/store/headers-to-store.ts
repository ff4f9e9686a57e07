import { type RequestHeaders, SYNC_TOKEN_HEADER } from '../headers.js';
import { hasOwnBearer } from './own-bearer.js';

const SENT = new Set(['user-agent', 'accept', 'accept-language', 'content-type', 'if-none-match']);

/**
 * What of a device's request headers the store is sent: what it serves by, and who the device is. Never our sync token
 * nor a sign-in of ours, no cookie, and nothing that a proxy before us added.
 */
export function headersToStore(headers: RequestHeaders): Record<string, string> {
  const named = Object.entries(headers).filter(([name]) => SENT.has(name) || isKobo(name));
  if (!hasOwnBearer(headers)) named.push(['authorization', headers.authorization]);
  return Object.fromEntries(named.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

const isKobo = (name: string) => name.startsWith('x-kobo-') && name !== SYNC_TOKEN_HEADER;
