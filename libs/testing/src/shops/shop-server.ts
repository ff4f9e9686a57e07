import type { ProviderId } from '@octavo/providers';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AskedRequest } from './asked.js';
import { Catalogue } from './books/catalogue.js';
import type { ShopBook } from './books/shop-book.js';
import { commit, type ChangeOfBooks } from './faults/commit.js';
import { FaultPlan } from './faults/fault-plan.js';
import { faultName, type Fault, type FaultWhen } from './faults/fault.js';
import { AGE_COOKIE, SIGN_IN_PAGE } from './faults/refusal-pages.js';
import { send } from './faults/wire.js';
import type { Manners } from './manners.js';
import { htmlAnswer, redirectAnswer, type ShopAnswer } from './shop-answer.js';
import type { ShopRequest, Site } from './site.js';
import { SITES } from './sites.js';

/**
 * One provider of metadata on a port of its own: it tells of its books as the real one would, keeps a list of what it
 * was asked, and fails on command. Everything in its answers points back at it.
 */
export class ShopServer {
  /** For `baseUrl`; without a slash at its end. */
  readonly url: string;
  /** What it was asked, in order; may be emptied. */
  readonly asked: AskedRequest[] = [];
  manners: Manners;
  private readonly plan = new FaultPlan();
  private readonly site: Site;
  private catalogue = new Catalogue([]);
  private hasGuides = false;
  private ownFault: Error | undefined;

  private constructor(
    readonly provider: ProviderId,
    private readonly server: Server,
    manners: Manners,
  ) {
    this.site = SITES[provider];
    this.manners = manners;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(provider: ProviderId, manners: Manners = {}): Promise<ShopServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const shop = new ShopServer(provider, server, manners);
    server.on('request', (request, response) => void shop.serve(request, response));
    return shop;
  }

  get books(): readonly ShopBook[] {
    return this.catalogue.books;
  }

  /** All it has from now on. */
  set books(books: readonly ShopBook[]) {
    this.catalogue = new Catalogue(books, this.hasGuides);
  }

  /** From now on requests meet with a fault: all, or those that `when` means. */
  fail(fault: Fault, when: FaultWhen = {}): void {
    this.plan.add(fault, when);
  }

  /** Nothing goes wrong any more. */
  recover(): void {
    this.plan.clear();
  }

  /** Ends every connection. Throws what went wrong in the stand-in itself, if anything did. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
    if (this.ownFault !== undefined) throw this.ownFault;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(`${this.url}${request.url?.startsWith('/') ? request.url : '/'}`);
    response.on('error', (error) => this.noteOwnFault(error, response));
    const asked = this.noteDown(request, url, response);
    const wanted: ShopRequest = { path: pathOf(url), query: url.searchParams, headers: request.headers };
    const target = url.pathname + url.search;
    const fault = this.plan.next(target);
    if (fault !== undefined) asked.fault = faultName(fault);
    try {
      const honest = (change?: ChangeOfBooks) => this.honest(wanted, change);
      if (fault === undefined) send(await honest(), response, request.headers['accept-encoding']?.toString());
      else await commit(fault, { target, headers: request.headers, response, signIn: this.site.signIn, honest });
    } catch (error) {
      this.noteOwnFault(error, response);
    }
  }

  /** That a client left while an answer was made is none of ours. */
  private noteOwnFault(error: unknown, response: ServerResponse): void {
    if (!response.destroyed) this.ownFault ??= error instanceof Error ? error : new Error(String(error));
    response.destroy();
  }

  private noteDown(request: IncomingMessage, url: URL, response: ServerResponse): AskedRequest {
    const { method = '', headers } = request;
    const query = Object.fromEntries(url.searchParams);
    const asked: AskedRequest = {
      at: Date.now(),
      method,
      path: url.pathname,
      query,
      headers,
      startedAt: performance.now(),
    };
    this.asked.push(asked);
    const end = () => (asked.endedAt ??= performance.now());
    response.once('finish', end).once('close', end);
    return asked;
  }

  private async honest(request: ShopRequest, change?: ChangeOfBooks): Promise<ShopAnswer> {
    if (request.path === this.site.signIn) return htmlAnswer(SIGN_IN_PAGE);
    if (request.path.startsWith('/black-curtain/')) return throughAgeGate(request);
    this.tidyGuides();
    const catalogue = change ? new Catalogue(change(this.books), this.hasGuides) : this.catalogue;
    return this.site.answer(request, { url: this.url, catalogue, manners: this.manners });
  }

  /** Guides come and go with the manners. */
  private tidyGuides(): void {
    const hasGuides = this.manners.clutter ?? false;
    if (hasGuides === this.hasGuides) return;
    this.hasGuides = hasGuides;
    this.catalogue = new Catalogue(this.books, hasGuides);
  }
}

/** As it was meant, where it can be read; stores write "+" and "%2B" for the same. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return pathname;
  }
}

/** Back to what was wanted, if that is here, with a cookie that opens it. */
function throughAgeGate({ query }: ShopRequest): ShopAnswer {
  const back = query.get('returnUrl') ?? '';
  const answer = redirectAnswer(/^\/(?!\/)/.test(back) ? back : '/');
  return { ...answer, headers: { ...answer.headers, 'set-cookie': `${AGE_COOKIE}; Path=/` } };
}
