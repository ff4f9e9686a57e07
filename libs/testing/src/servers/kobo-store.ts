import { authorizeRedirect, discoveryDocument, resourcesFor, tokenAnswer } from '@octavo/kobo';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commit, EXPIRED, type StoreFault } from './store-faults.js';

/** A request as it came over the wire. */
export interface StoreRequest {
  method: string;
  /** Path and query, not decoded. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** Bytes are sent as they are, anything else as JSON; undefined: no body. */
  body?: unknown;
}

type Route = [method: string, path: RegExp, answer: (request: StoreRequest, match: string[]) => Answer];

interface Trouble {
  fault: StoreFault;
  path: RegExp;
  times: number;
}

/**
 * The Kobo store as far as devices are relayed to it: sign-in with tokens of its own, its map of addresses for those who
 * have one, pages of a sync with tokens of 2 KB, books, and an answer of some sort to everything else. It writes down
 * every request, and fails on command.
 */
export class KoboStore {
  readonly requests: StoreRequest[] = [];
  /** What a sync tells, `pageSize` at a time. */
  items: unknown[] = [];
  pageSize = 2;
  readonly issued = new Set<string>();
  private readonly refreshes = new Set<string>();
  private troubles: Trouble[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<KoboStore> {
    const server = createServer();
    const store = new KoboStore(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: target = '', headers } = request;
        store.answer({ method, target, headers, body: Buffer.concat(chunks) }, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  /** For KOBO_STORE_BASE_URL. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on requests whose target fits `path` meet with `fault`, `times` of them. */
  fail(fault: StoreFault, path = /./, times = Infinity): void {
    this.troubles.push({ fault, path, times });
  }

  recover(): void {
    this.troubles = [];
  }

  /** Every sign-in ends; devices have to renew theirs. */
  expireTokens(): void {
    this.issued.clear();
  }

  /** What was asked for below `path`, in order. */
  asked(path: string): StoreRequest[] {
    return this.requests.filter(({ target }) => target.startsWith(path));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: StoreRequest, response: ServerResponse): void {
    this.requests.push(request);
    const trouble = this.troubles.find(({ path, times }) => times > 0 && path.test(request.target));
    if (trouble) {
      trouble.times -= 1;
      return commit(trouble.fault, response);
    }
    const path = request.target.split('?')[0]!;
    const [route] = this.routes.filter(([method, fits]) => method === request.method && fits.test(path));
    const { status = 200, headers = {}, body } = route ? route[2](request, route[1].exec(path)!) : echo(request);
    const bytes = body === undefined ? '' : JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(path.startsWith('/v1/') && { 'set-cookie': 'store=1' }),
      'x-kobo-store': 'yes',
      ...headers,
    });
    response.end(bytes);
  }

  private readonly routes: Route[] = [
    ['POST', /^\/v1\/auth\/device$/, ({ body }) => ({ body: { ...this.signIn(), UserKey: userKeyIn(body) } })],
    ['POST', /^\/v1\/auth\/refresh$/, (request) => this.refresh(request)],
    ['GET', /^\/v1\/initialization$/, (request) => this.initialization(request)],
    ['GET', /^\/v1\/library\/sync$/, (request) => this.page(request)],
    ['GET', /^\/v1\/library\/([^/]+)\/metadata$/, (_, [, ids = '']) => ({ body: this.metadata(ids.split(',')) })],
    ['PUT', /^\/v1\/library\/[^/]+\/state$/, () => ({ body: { RequestResult: 'Success', UpdateResults: [] } })],
    ['DELETE', /^\/v1\/library\/[^/]+$/, () => ({ status: 204 })],
    ['GET', /^\/v1\/refused/, () => ({ status: 404, body: { ResponseStatus: { ErrorCode: 'NotFound' } } })],
    ['GET', /^\/oauth\/\.well-known\/openid-configuration$/, () => ({ body: discoveryDocument(`${this.url}/oauth`) })],
    ['GET', /^\/oauth\/authorize$/, (request) => authorize(request)],
    ['POST', /^\/oauth\/token$/, () => ({ body: tokenAnswer({ ...freshTokens(), userId: randomUUID() }) })],
  ];

  private signIn(): Record<string, string> {
    const { accessToken, refreshToken, trackingId } = freshTokens();
    this.issued.add(accessToken);
    this.refreshes.add(refreshToken);
    return { AccessToken: accessToken, RefreshToken: refreshToken, TokenType: 'Bearer', TrackingId: trackingId };
  }

  private refresh({ body }: StoreRequest): Answer {
    const { RefreshToken } = jsonIn(body) as { RefreshToken?: string };
    if (RefreshToken && this.refreshes.has(RefreshToken)) return { body: { ...this.signIn(), UserKey: '' } };
    return { status: 400, body: { ResponseStatus: { ErrorCode: 'InvalidToken' } } };
  }

  private isSignedIn({ headers }: StoreRequest): boolean {
    return this.issued.has(headers.authorization?.replace(/^Bearer /, '') ?? '');
  }

  /** With the flags of a shop that has everything, and a key that is newer than we know. */
  private initialization(request: StoreRequest): Answer {
    if (!this.isSignedIn(request)) return { status: 401, body: EXPIRED };
    const map = resourcesFor({ base: this.url, origin: this.url });
    const on = Object.entries(map).map(([key, value]) => [key, value === 'False' ? 'True' : value]);
    const Resources = {
      ...Object.fromEntries(on),
      reading_services_host: `${this.url}/reading-services`,
      brand_new_page: 'https://www.kobo.com/new',
    };
    return { headers: { 'x-kobo-apitoken': 'eyJzdG9yZSI6MX0=' }, body: { Resources } };
  }

  private page({ headers }: StoreRequest): Answer {
    const from = positionIn(headers['x-kobo-synctoken']?.toString());
    const body = this.items.slice(from, from + this.pageSize);
    const more = from + body.length < this.items.length;
    return {
      body,
      headers: {
        'x-kobo-synctoken': storeSyncToken(from + body.length, more),
        'x-kobo-sync-mode': 'delta',
        'x-kobo-recent-reads': 'rr',
        ...(more && { 'x-kobo-sync': 'continue' }),
      },
    };
  }

  private metadata(ids: string[]): unknown[] {
    return ids.map((id) => ({ EntitlementId: id, Title: 'Bought at the store', DownloadUrls: [] }));
  }
}

/** The store's own sync token: two JSON objects in base64, the second with one more inside, and more than 2 KB of it. */
export function storeSyncToken(position: number, more = false): string {
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
  const inner = { Entitlements: { Id: position, CheckSum: 'c'.repeat(1_100) } };
  const InternalSyncToken = `${base64({ typ: 1 })}.${base64(inner)}`;
  return `${base64({ typ: 1, ver: null, ptyp: 'SyncToken' })}.${base64({ InternalSyncToken, IsContinuationToken: more })}`;
}

/** A book bought at the store, as its sync tells of it. */
export function storeItem(id: string, title = 'Bought at the store'): unknown {
  return {
    NewEntitlement: {
      BookEntitlement: { Id: id, RevisionId: id, CrossRevisionId: id, Status: 'Active', IsRemoved: false },
      BookMetadata: { EntitlementId: id, RevisionId: id, Title: title, Language: 'en', DownloadUrls: [] },
    },
  };
}

function positionIn(token: string | undefined): number {
  if (token === undefined) return 0;
  const second = (text: string) => Buffer.from(text.split('.')[1] ?? '', 'base64').toString('utf8');
  const { InternalSyncToken } = JSON.parse(second(token)) as { InternalSyncToken: string };
  return (JSON.parse(second(InternalSyncToken)) as { Entitlements: { Id: number } }).Entitlements.Id;
}

function freshTokens() {
  const token = () => `eyJ${randomBytes(60).toString('base64url')}`;
  return { accessToken: token(), refreshToken: token(), trackingId: randomUUID() };
}

function authorize({ target }: StoreRequest): Answer {
  const query = Object.fromEntries(new URLSearchParams(target.split('?')[1]));
  const redirect = authorizeRedirect(query, 'c0de');
  return redirect ? { status: 302, headers: { location: redirect.location } } : { status: 400 };
}

const echo = ({ method, target }: StoreRequest): Answer => ({ body: { from: 'the store', method, target } });

const userKeyIn = (body: Buffer) => (jsonIn(body) as { UserKey?: string }).UserKey ?? '';

function jsonIn(body: Buffer): object {
  try {
    return Object(JSON.parse(body.toString('utf8'))) as object;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
