import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFrom, noteWhoAsks, type AudibleWorld } from './audible-answers.js';
import { AudibleAccount, type AudibleCustomer } from './audible-account.js';
import type { AudibleLibrary } from './audible-library.js';
import type { AudibleManners } from './audible-manners.js';
import type { AudibleCountry } from './audible-places.js';
import type { AudibleReply } from './audible-reply.js';
import { noted, readRequest, type AudibleSeen, type RawRequest } from './audible-seen.js';
import { AudibleTreatments, type AudibleScope, type AudibleTreat } from './audible-treat.js';
import { replyInstead, sendReply } from './send-reply.js';
import { addressLandedOn, SignIns } from './sign-ins.js';

export interface FakeAudibleOptions extends AudibleManners {
  /** What the first account owns, by store. */
  libraries?: Partial<Record<AudibleCountry, readonly unknown[]>>;
  /** Of the first account, beside what is invented. */
  customer?: Partial<AudibleCustomer>;
  /** Milliseconds; else the real time. */
  now?: () => number;
}

/**
 * Stands in for Audible's API, for Amazon's registration of devices and for its sign-in, in all stores at once: what
 * follows "/de" is of the German one. It checks signatures over what came, tells what changed, fails on command, and
 * writes down what it was asked. Accounts, titles and tokens are invented.
 */
export class FakeAudible {
  /** What it was asked, in order; may be emptied. */
  readonly asked: AudibleSeen[] = [];
  manners: AudibleManners;
  private readonly world: AudibleWorld = {
    accounts: [],
    signsIn: undefined,
    signIns: new SignIns(),
    products: new Map(),
  };
  private readonly treatments = new AudibleTreatments();
  private readonly closing = new AbortController();
  private readonly now: () => number;

  private constructor(
    private readonly server: Server,
    { libraries = {}, customer, now = Date.now, ...manners }: FakeAudibleOptions,
  ) {
    this.now = now;
    this.manners = manners;
    this.account('anna', customer);
    for (const [country, rows] of Object.entries(libraries)) this.library(country as AudibleCountry).hold(rows);
  }

  static async start(options: FakeAudibleOptions = {}): Promise<FakeAudible> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const audible = new FakeAudible(server, options);
    server.on('request', (request, response) => void audible.serve(request, response));
    return audible;
  }

  /** Base of all addresses, without a slash at its end; followed by "/de" those of one store. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The account of that name, made where there is none yet; the first is "anna". `customer` counts when it is made. */
  account(name = 'anna', customer: Partial<AudibleCustomer> = {}): AudibleAccount {
    const known = this.world.accounts.find((account) => account.name === name);
    if (known) return known;
    const number = this.world.accounts.length;
    const account = new AudibleAccount({ name, number, customer, now: () => this.clock });
    this.world.accounts.push(account);
    return account;
  }

  /** What the first account owns in a store. */
  library(country: AudibleCountry = this.country): AudibleLibrary {
    return this.account().library(country);
  }

  /** Products the catalogues of all stores know beside what stands in libraries: series, episodes, other people's. */
  catalogue(...products: readonly { asin: string }[]): void {
    for (const product of products) this.world.products.set(product.asin, product);
  }

  /** From now on some requests are treated in another way; several words may be said of one. */
  treat(treat: AudibleTreat, scope: AudibleScope = {}): void {
    this.treatments.add(treat, scope);
  }

  /** Everything is as always again; what was changed stays changed. */
  recover(): void {
    this.treatments.clear();
  }

  /** From now on it is this account's browser that opens the sign-in; before, the first one's. */
  signInAs(account: AudibleAccount): void {
    this.world.signsIn = account;
  }

  /** No access token of any account is good any more. */
  expireTokens(): void {
    for (const account of this.world.accounts) account.expireTokens();
  }

  /**
   * Does what a person with a browser does: opens the address of a sign-in, real or of this stand-in, and gives the
   * address it ends at, as it would be copied. Throws what the page says where the address will not do.
   */
  signIn(address: string): string {
    const { pathname, search, host } = new URL(address);
    const { status, body } = this.answer(
      this.note({ method: 'GET', target: `${pathname}${search}`, headers: { host }, body: '' }),
      {},
    );
    const landing = /id="continue" href="[^"?]*\?([^"]*)"/.exec(body)?.[1]?.replace(/&amp;/g, '&');
    if (landing === undefined) throw new Error(`The sign-in answered ${status}: ${body}`);
    return addressLandedOn(new URLSearchParams(landing));
  }

  async close(): Promise<void> {
    this.closing.abort();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private get country(): AudibleCountry {
    return this.manners.country ?? 'us';
  }

  private get clock(): number {
    return this.now() + (this.manners.clockAhead ?? 0) * 1000;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => response.destroy());
    try {
      await this.respond(request, response);
    } catch (error) {
      // Whoever hangs up in the middle is of no account; whatever else goes wrong is told to whoever asked.
      if (!response.writable || response.headersSent) response.destroy();
      else response.writeHead(500).end(`The stand-in failed: ${String(error)}`);
    }
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = this.note(await readRequest(request));
    const treat = this.treatments.of(seen);
    await treat.mutateBefore?.();
    if (treat.expireTokens) this.expireTokens();
    const reply = this.answer(seen, treat);
    const packed = this.manners.packed === true && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    await sendReply(response, this.withDate(reply, seen, treat), { treat, packed, closing: this.closing.signal });
  }

  private note(request: RawRequest): AudibleSeen {
    const seen = noted(request, this.now(), this.country);
    this.asked.push(seen);
    return seen;
  }

  private answer(seen: AudibleSeen, treat: AudibleTreat): AudibleReply {
    const { manners } = this;
    const question = { seen, query: seen.query, treat, manners, now: this.clock };
    noteWhoAsks(question, this.world);
    const reply = replyInstead(treat) ?? answerFrom(question, this.world);
    seen.status = reply.status;
    return reply;
  }

  private withDate(reply: AudibleReply, { headers }: AudibleSeen, { skewedClock = 0 }: AudibleTreat): AudibleReply {
    const date = new Date(this.clock + skewedClock * 1000).toUTCString();
    const echo = headers['x-amzn-requestid']?.toString();
    const told = { date, ...(echo !== undefined && { 'x-amzn-requestid': echo }) };
    return { ...reply, headers: { ...told, ...reply.headers } };
  }
}
