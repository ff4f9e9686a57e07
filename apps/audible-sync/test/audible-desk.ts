import type { JobContext } from '@octavo/contracts';
import { type Announcements, ContentLocks, Database, newId, type StoreOfAccount } from '@octavo/database';
import { AddressRules, Outbound, type OutboundAnswer, type OutboundRequest } from '@octavo/outbound';
import { readConfig, SecretBox } from '@octavo/platform';
import type { Jobs } from '@octavo/queue';
import { AudibleAccounts, AudibleNetwork, AudibleTokens } from '@octavo/remote';
import { type AudibleClient, readAuthFile } from '@octavo/sources';
import { FakeAudible, type FakeAudibleOptions, testDatabase, type TestDatabase } from '@octavo/testing';
import { AfterLook } from '../src/after-look.js';
import { KeepBooks } from '../src/keeping/keep-books.js';
import { KeepTitles } from '../src/keeping/keep-titles.js';
import { AskAgain } from '../src/looking/ask-again.js';
import { AskForChanges } from '../src/looking/ask-for-changes.js';
import { ConcludeLook } from '../src/looking/conclude-look.js';
import { Ends } from '../src/looking/ends.js';
import { LookAtStore } from '../src/looking/look-at-store.js';
import { LookThrough } from '../src/looking/look-through.js';
import { SettleStore } from '../src/scheduling/settle-store.js';
import { Turns } from '../src/scheduling/turns.js';
import { SyncStore } from '../src/sync-store.processor.js';

const KEY = Buffer.alloc(32, 7).toString('base64');

interface Connecting {
  name?: string;
  userId?: string;
  file?: Record<string, unknown>;
}

/** Gives up sooner than it is told to, once it is told so. */
class Impatient extends Outbound {
  mostMs = Infinity;

  override ask(order: OutboundRequest): Promise<OutboundAnswer> {
    return super.ask({ ...order, withinMs: Math.min(order.withinMs, this.mostMs) });
  }
}

/** The worker's own parts over a real database and a stand-in for Audible, each job run by hand. */
export class AudibleDesk {
  private readonly outbound = new Impatient(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  private readonly locks: ContentLocks;
  private readonly accounts: AudibleAccounts;
  private readonly config;
  private readonly others: AudibleDesk[] = [];

  private constructor(
    private readonly test: TestDatabase,
    readonly database: Database,
    readonly audible: FakeAudible,
  ) {
    const base = `${audible.url}/{country}`;
    this.config = readConfig({ AUDIBLE_API_BASE_URL: base, AMAZON_AUTH_BASE_URL: base });
    this.locks = new ContentLocks(test.url);
    const [network, secrets] = [new AudibleNetwork(this.outbound), new SecretBox(KEY)];
    const tokens = new AudibleTokens(this.config, network, secrets, database, this.locks);
    this.accounts = new AudibleAccounts(network, tokens, secrets);
  }

  static async open(options: FakeAudibleOptions): Promise<AudibleDesk> {
    const test = await testDatabase();
    return new AudibleDesk(test, await Database.open(test.url, 6), await FakeAudible.start(options));
  }

  /** No answer is waited for longer from now on, where Octavo itself waits for minutes. */
  set patienceMs(ms: number) {
    this.outbound.mostMs = ms;
  }

  /** Another worker beside this one, or in its place: it knows what the database knows. Closed with the first. */
  async another(): Promise<AudibleDesk> {
    const other = new AudibleDesk(this.test, await Database.open(this.test.url, 6), this.audible);
    this.others.push(other);
    return other;
  }

  /** A user of Octavo with an account of that name, as the gateway keeps it; `file`: what its file says otherwise. Gives the store's id. */
  async connect({ name = 'anna', userId, file = {} }: Connecting = {}): Promise<string> {
    const told = { ...this.audible.account(name).authFile('us'), ...file };
    const { credentials } = await readAuthFile(Buffer.from(JSON.stringify(told)));
    const id = newId();
    const owner = userId ?? (await this.user());
    const sealed = this.accounts.seal(credentials[0]!, { id, userId: owner });
    const account = { ...sealed, id, userId: owner, name, customerKey: name, isImported: true };
    await this.database.audibleAccounts.add(account);
    return (await this.database.audibleAccounts.find(id))!.stores[0]!.id;
  }

  /** Another marketplace of the account that store is of. Gives its id. */
  async addStore(storeId: string, country: string): Promise<string> {
    const { accountId } = await this.store(storeId);
    return this.database.audibleAccounts.addStore(accountId, country);
  }

  async store(id: string): Promise<StoreOfAccount> {
    return (await this.database.audibleStores.find(id))!;
  }

  /** A client of the account, at that store. */
  async clientOf(storeId: string): Promise<AudibleClient> {
    const { account, country } = await this.store(storeId);
    return this.accounts.clientOf(account, country);
  }

  async user(): Promise<string> {
    const person = { email: `${newId()}@example.org`, name: '', role: 'reader' as const, passwordHash: '' };
    return (await this.database.users.create(person)).id;
  }

  /** Runs the job, as one worker does. */
  sync(storeId: string, { full = false, ...context }: Partial<JobContext> & { full?: boolean } = {}) {
    const { database } = this;
    const announcements = { announce: () => undefined, announceMuch: () => undefined } as unknown as Announcements;
    const jobs = { add: () => Promise.resolve('') } as unknown as Jobs;
    const titles = new KeepTitles(new KeepBooks());
    const settle = new SettleStore(this.config, database);
    const ends = new Ends(new AskAgain(database, titles), new ConcludeLook(database, settle));
    const through = new LookThrough(database, titles, announcements);
    const changes = new AskForChanges(database, titles, announcements);
    const store = new LookAtStore(database, this.accounts, through, changes, ends);
    const after = new AfterLook(jobs, announcements);
    const processor = new SyncStore(database, after, store, settle, new Turns(database));
    const quiet = { runId: newId(), progress: () => undefined, signal: new AbortController().signal };
    return processor.process({ storeId, full }, { ...quiet, ...context });
  }

  async count(table: 'book' | 'purchase', where = 'true'): Promise<number> {
    const [row] = await this.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
    return row!.n;
  }

  rows<Row>(statement: string): Promise<Row[]> {
    return this.database.purchases['client'].$queryRawUnsafe<Row[]>(statement);
  }

  async close(): Promise<void> {
    for (const other of this.others) await other.leave();
    await this.audible.close();
    await this.leave();
    await this.test.drop();
  }

  private async leave(): Promise<void> {
    await this.outbound.close();
    await this.locks.close();
    await this.database.close();
  }
}
