import {
  authorizeRedirect,
  bookMetadata,
  deviceAuthAnswer,
  discoveryDocument,
  emptyReadingState,
  readingState,
  readStateUpdate,
  resourcesFor,
  stateUpdateAnswer,
  tokenAnswer,
} from '@octavo/kobo';
import { type FakeAnswer, epubHeaders, jpeg } from '../../kobo/fake-server.js';
import { takeIn, visible } from './model-accounts.js';
import { type ModelBook, offered } from './model-books.js';
import { type ModelRequest, parsedOr, type Route } from './model-request.js';
import type { ModelSync } from './model-sync.js';

const AT = new Date('2026-02-01T10:00:00Z');
const TRACKING = 'b6a6f3d4-0a06-4d4c-8a1c-3c1f7e8e2f10';
const tokensOf = ({ device }: ModelRequest) => ({
  accessToken: `bearer-${device.token}`,
  refreshToken: 'r'.repeat(32),
  trackingId: TRACKING,
});

/** Sign-in, sync, books and covers as they should be. */
export const ROUTES: readonly Route[] = [
  ['POST', /^\/v1\/auth\//, (request) => ({ body: deviceAuthAnswer(parsedOr(request.body, {}), tokensOf(request)) })],
  ['GET', /^\/v1\/initialization/, initialization],
  ['GET', /^\/oauth\/\.well-known/, ({ device }) => ({ body: discoveryDocument(`${device.base}/oauth`) })],
  ['GET', /^\/oauth\/authorize\?(.*)/, (_, [, query]) => authorisation(query)],
  ['POST', /^\/oauth\/token$/, (request) => ({ body: tokenAnswer({ ...tokensOf(request), userId: 'u' }) })],
  ['GET', /^\/v1\/library\/sync/, syncPage],
  ['GET', /^\/v1\/library\/([^/]+)\/metadata$/, (request, [, id]) => ({ body: metadataOf(request, id) })],
  ['GET', /^\/v1\/library\/([^/]+)\/state$/, (request, [, id]) => ({ body: stateOf(request, id) })],
  ['PUT', /^\/v1\/library\/([^/]+)\/state$/, keepState],
  ['DELETE', /^\/v1\/library\/([^/]+)$/, (request, [, id]) => forgotten(request, id)],
  ['GET', /^\/v1\/books\/([^/]+)\/file$/, (request, [, id]) => file(request, id)],
  ['GET', /^\/v1\/books\/([^/]+)\/thumbnail\/([^/]+)\/([^/]+)\//, (request, match) => cover(request, match)],
];

function initialization({ device }: ModelRequest): FakeAnswer {
  const { origin } = new URL(device.base);
  const Resources = { ...resourcesFor({ base: device.base, origin }), reading_services_host: origin };
  return { body: { Resources }, headers: { 'x-kobo-apitoken': 'e30=' } };
}

function authorisation(query: string | undefined): FakeAnswer {
  const redirect = authorizeRedirect(Object.fromEntries(new URLSearchParams(query)), 'c0de');
  return redirect ? { status: 302, headers: { location: redirect.location } } : { status: 400, body: {} };
}

function syncPage({ device, headers }: ModelRequest, _: string[], sync: ModelSync): FakeAnswer {
  const token = headers['x-kobo-synctoken'];
  const page = sync.page(device, typeof token === 'string' ? token : undefined);
  return {
    body: page.items,
    headers: { 'x-kobo-synctoken': page.token, ...(page.more && { 'x-kobo-sync': 'continue' }) },
  };
}

const bookOf = ({ device }: ModelRequest, id: string | undefined): ModelBook | undefined =>
  visible(device).find((book) => book.id === id);

function metadataOf(request: ModelRequest, id: string | undefined): unknown[] {
  const book = bookOf(request, id);
  return book ? [bookMetadata(offered(book, request.device.base))] : [];
}

function stateOf({ device }: ModelRequest, id = ''): unknown[] {
  if (!device.account.books.has(id)) return [];
  const state = device.account.states.get(id);
  return [state ? readingState({ ...state.parts, entitlementId: id, createdAt: AT }) : emptyReadingState(id, AT)];
}

function keepState({ device, body }: ModelRequest): FakeAnswer {
  if (!Array.isArray((parsedOr(body, {}) as { ReadingStates?: unknown }).ReadingStates))
    return { status: 400, body: {} };
  const updates = readStateUpdate(parsedOr(body, {}), new Date());
  for (const update of updates) {
    if (device.account.books.has(update.entitlementId)) takeIn(device.account, update, device.token);
  }
  const taken = { bookmark: true, statistics: true, status: true, lastModified: AT };
  return { body: stateUpdateAnswer(updates.map(({ entitlementId }) => ({ entitlementId, ...taken }))) };
}

function forgotten({ device }: ModelRequest, id = ''): FakeAnswer {
  if (id === 'tags') return { status: 405, body: {} };
  device.withheld.add(id);
  return { status: 204 };
}

function file(request: ModelRequest, id: string | undefined): FakeAnswer {
  const book = bookOf(request, id);
  if (!book) return { status: 404, body: {} };
  const { bytes, fixed, lost } = book;
  const headers = { ...epubHeaders(fixed || lost ? 'Book.epub' : 'Book.kepub.epub'), etag: '"it"' };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(String(request.headers.range)) ?? [];
  const stale = (request.headers['if-range'] ?? '"it"') !== '"it"';
  if (from === undefined || stale || lost) return { body: bytes, headers };
  if (Number(from) >= bytes.length) return { status: 416, body: {} };
  const part = bytes.slice(Number(from), to ? Number(to) + 1 : undefined);
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
  return { status: 206, body: part, headers: { ...headers, 'content-range': range } };
}

function cover(request: ModelRequest, [, image = '', width, height]: string[]): FakeAnswer {
  const book = bookOf(request, image.slice(0, 36));
  const found = book?.covers.find(({ id }) => image === `${book.id}-${id}`);
  if (!found) return { status: 404, body: {} };
  if (request.headers['if-none-match'] === '"cover"') return { status: 304 };
  const scale = Math.min(1, (Number(width) || 60) / found.width, (Number(height) || 90) / found.height);
  const size = { width: Math.floor(found.width * scale), height: Math.floor(found.height * scale) };
  return { body: jpeg(size), headers: { 'content-type': 'image/jpeg', etag: '"cover"' } };
}
