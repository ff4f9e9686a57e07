import type { IncomingHttpHeaders } from 'node:http';
import type { Catalogue } from './books/catalogue.js';
import type { Manners } from './manners.js';
import type { ShopAnswer } from './shop-answer.js';

/** What is asked of a shop. */
export interface ShopRequest {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** What a shop has to answer with. */
export interface Shop {
  /** Where it is; every address in its answers begins with it. */
  url: string;
  catalogue: Catalogue;
  manners: Manners;
}

/** One provider's way to answer. */
export interface Site {
  answer(request: ShopRequest, shop: Shop): ShopAnswer | Promise<ShopAnswer>;
  /** Where it sends those who shall sign in. */
  signIn: string;
}

/** A path, and what is there; `match` is what the groups of the path caught. */
export type Route = [
  path: RegExp,
  answer: (match: readonly string[], request: ShopRequest, shop: Shop) => ShopAnswer | Promise<ShopAnswer>,
];

/** Answers by the first route that fits; undefined where none does. */
export function routed(routes: readonly Route[], request: ShopRequest, shop: Shop) {
  for (const [path, answer] of routes) {
    const match = path.exec(request.path);
    if (match) return answer([...match].slice(1), request, shop);
  }
  return undefined;
}
