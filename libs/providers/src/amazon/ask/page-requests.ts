import type { Request } from '../../metadata-provider.js';
import { languagesOf, type Shop } from './markets.js';

/**
 * What a desktop browser sends. With less the shop answers 503 at once; other browsers get other pages. The encodings it
 * may answer in are the client's own affair.
 */
const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'upgrade-insecure-requests': '1',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
  dnt: '1',
} as const;

/** The parts of a shop that are searched. */
export type Department = 'stripbooks' | 'digital-text' | 'audible';

/** The page of one edition, by ASIN or ISBN-10. */
export function bookRequest(shop: Shop, id: string): Request {
  return { url: `${shop.base}/dp/${encodeURIComponent(id)}`, kind: 'book', headers: headersFor(shop) };
}

export function searchRequest(shop: Shop, words: string, department: Department): Request {
  const terms = encodeURIComponent(words.toWellFormed()).replaceAll('%20', '+');
  return { url: `${shop.base}/s?k=${terms}&i=${department}`, kind: 'search', headers: headersFor(shop) };
}

function headersFor(shop: Shop): Record<string, string> {
  return { ...BROWSER, 'accept-language': languagesOf(shop) };
}

/** The page a person can look at, free of what tracks; always in the shop itself. */
export function publicAddress(shop: Shop, id: string): string {
  return `https://www.amazon.${shop.market}/dp/${id}`;
}
