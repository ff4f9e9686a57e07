import { headerText, PLATFORM_ID_HEADER, USER_KEY_HEADER, type RequestHeaders } from './headers.js';
import { userProfile } from './user-profile.js';

/** A call that is the store's business and not ours. */
export interface StoreRequest {
  /** Parsed JSON, or anything, or nothing. */
  body?: unknown;
  headers: RequestHeaders;
  query: Readonly<Record<string, unknown>>;
}

/** `body` is undefined where the answer has none (204). */
export interface StoreAnswer {
  status: number;
  body: unknown;
}

type Rule = [methods: string, path: string, answer: (request: StoreRequest) => unknown];

const EMPTY_LIST = {
  TotalCountByProductType: {},
  Items: [],
  ItemCount: 0,
  TotalItemCount: 0,
  TotalPageCount: 0,
  CurrentPageIndex: 0,
  ItemsPerPage: 100,
  Filters: {},
  VersionCode: 2,
};
const EMPTY_REVIEWS = { ReviewSummary: {}, Items: [], CurrentPageIndex: 1, TotalPageCount: 0 };

/** What a device without an account gets: the first rule that fits. A star stands for one segment. */
const RULES: readonly Rule[] = [
  ['GET', 'user/profile', ({ headers }) => userProfile(headerText(headers, PLATFORM_ID_HEADER))],
  ['GET', 'user/loyalty/benefits', () => ({ Benefits: {} })],
  ['GET', 'user/wishlist', () => EMPTY_LIST],
  ['POST', 'user/wishlist/items', ({ body }) => ({ SuccessfulIds: wishedIds(body) })],
  ['GET', 'user/recommendations', () => EMPTY_LIST],
  ['POST', 'user/recommendations/feedback', () => undefined],
  ['GET', 'user/reviews', () => ({ CurrentPageIndex: 1, Items: [], TotalPageCount: 0 })],
  // a device that gets no answer to the GET form has stopped syncing
  ['GET POST', 'analytics/gettests', (request) => ({ Result: 'Success', TestKey: testKey(request), Tests: {} })],
  ['POST', 'analytics/event', () => ({ Result: 'Success', AcceptedEvents: [], RejectedEvents: {} })],
  ['GET', 'assets', () => ({ AssetGroups: [], KeepGoing: false })],
  ['GET', 'deals', () => ({ Deals: [] })],
  ['GET', 'products/deals', () => ({ Deals: [] })],
  ['GET', 'products', () => EMPTY_LIST],
  ['GET', 'products/featured', () => EMPTY_LIST],
  ['GET', 'products/featured/*', () => EMPTY_LIST],
  ['GET', 'products/books/subscriptions', () => []],
  ['GET', 'products/books/series/*', () => EMPTY_LIST],
  ['GET', 'products/*/recommendations', () => EMPTY_LIST],
  ['GET', 'products/*/related', () => EMPTY_LIST],
  ['GET', 'products/*/reviews', () => EMPTY_REVIEWS],
  ['GET POST', 'products/*/prices', () => ({ Items: [] })],
];

/**
 * The least a device accepts for a call we have nothing to say to. `path` is what follows v1/, without the query, in
 * any case and with or without slashes around it. An unknown path is 200 with an empty object and never an error:
 * one error from the API host makes a device throw the whole sync away.
 */
export function storeAnswer(method: string, path: string, request: StoreRequest): StoreAnswer {
  const segments = path.toLowerCase().split('/').filter(Boolean);
  const rule = RULES.find(
    ([methods, pattern]) => methods.split(' ').includes(method.toUpperCase()) && fits(pattern, segments),
  );
  const body = rule ? rule[2](request) : {};
  return body === undefined ? { status: 204, body } : { status: 200, body };
}

function fits(pattern: string, segments: readonly string[]): boolean {
  const expected = pattern.split('/');
  return expected.length === segments.length && expected.every((part, i) => part === '*' || part === segments[i]);
}

/** The key the device is to be told its experiments by; there never are any. */
function testKey({ body, headers }: StoreRequest): string {
  const key = fieldOf(body, 'TestKey');
  return typeof key === 'string' ? key : (headerText(headers, USER_KEY_HEADER) ?? '');
}

/** The ids the device put on its wish list or took from it, which it wants to hear back. */
function wishedIds(body: unknown): string[] {
  return [fieldOf(body, 'Add'), fieldOf(body, 'Remove')]
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
    .map((item) => (typeof item === 'string' ? item : fieldOf(item, 'CrossRevisionId')))
    .filter((id) => typeof id === 'string');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
