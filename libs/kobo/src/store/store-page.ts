import { headerText, SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER } from '../headers.js';
import { parsedJson, type StoreReply } from './answer-of-store.js';
import { syncHeadersFromStore } from './headers-from-store.js';

/** A page of the store's half of a sync. */
export interface StorePage {
  /** As the store sent them: kinds that only it sends are among them. */
  items: unknown[];
  more: boolean;
  /** The store's own token; absent where it sent none that could be sent back. */
  token?: string;
  headers: Record<string, string>;
}

/** A real one has 2.5 KB; as much as is ever taken out of another server's token. */
const LONGEST_TOKEN = 16_384;
/** Real items have a handful of levels; thousands could not be written again. */
const DEEPEST = 50;

/**
 * Reads what the store answered to v1/library/sync. Undefined unless it is a page: 200 and a list. An element that is no
 * item (an object with one key, which names an object) is left out. `asked` is the token the page was asked for with:
 * more is to be had only where the store has moved on from it, or the sync would never end.
 */
export function storePage(reply: StoreReply, asked: string | undefined): StorePage | undefined {
  const list = reply.status === 200 ? parsedJson(reply.body) : undefined;
  if (!Array.isArray(list)) return undefined;
  const token = usableToken(headerText(reply.headers, SYNC_TOKEN_HEADER));
  const continues = headerText(reply.headers, SYNC_HEADER)?.toLowerCase() === SYNC_CONTINUES;
  return {
    items: (list as unknown[]).filter(isItem),
    more: continues && token !== undefined && token !== asked,
    ...(token !== undefined && { token }),
    headers: syncHeadersFromStore(reply.headers),
  };
}

/** True for a token that may go into a request header again. */
export function isStoreToken(token: string): boolean {
  return token.length <= LONGEST_TOKEN && /^[\x21-\x7e]+$/.test(token);
}

const usableToken = (token: string | undefined) => (token !== undefined && isStoreToken(token) ? token : undefined);

function isItem(element: unknown): boolean {
  if (!isObject(element)) return false;
  const [[kind, value] = [], ...others] = Object.entries(element);
  return (
    others.length === 0 &&
    kind !== undefined &&
    /^[A-Z][A-Za-z]{2,60}$/.test(kind) &&
    isObject(value) &&
    isWithin(DEEPEST, value)
  );
}

function isWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithin(levels - 1, inner));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
