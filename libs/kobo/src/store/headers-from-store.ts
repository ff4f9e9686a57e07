import { type RequestHeaders, SYNC_HEADER, SYNC_TOKEN_HEADER } from '../headers.js';

const RETURNED = new Set(['content-type', 'etag', 'last-modified', 'cache-control', 'retry-after']);

/** Of a sync: what the store may say beside the items. Whether there is more is for us to say. */
const RETURNED_OF_SYNC = new Set(['x-kobo-sync-mode', 'x-kobo-recent-reads']);

/** Proxies in front of us give up on answers whose headers are more than a memory page. */
const MOST_BYTES = 2_000;

/** What of the store's answer headers a device gets: never a cookie, never a sync token. Too much is left out. */
export function headersFromStore(headers: RequestHeaders): Record<string, string> {
  return within(headers, (name) => RETURNED.has(name) || isKobo(name));
}

/** The same for a page of the store's sync, whose items go into an answer of ours. */
export function syncHeadersFromStore(headers: RequestHeaders): Record<string, string> {
  return within(headers, (name) => RETURNED_OF_SYNC.has(name));
}

const isKobo = (name: string) => name.startsWith('x-kobo-') && name !== SYNC_TOKEN_HEADER && name !== SYNC_HEADER;

function within(headers: RequestHeaders, wanted: (name: string) => boolean): Record<string, string> {
  const kept: Record<string, string> = {};
  let bytes = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string' || !wanted(name) || !/^[\t\x20-\x7e]*$/.test(value)) continue;
    bytes += name.length + value.length;
    if (bytes > MOST_BYTES) break;
    kept[name] = value;
  }
  return kept;
}
