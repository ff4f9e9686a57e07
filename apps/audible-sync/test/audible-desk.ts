import type { JobContext } from '@octavo/contracts';
import { type Announcements, ContentLocks, Database, newId } from '@octavo/database';
import { AddressRules, Outbound } from '@octavo/outbound';
import { readConfig, SecretBox } from '@octavo/platform';
import type { Jobs } from '@octavo/queue';
import { AudibleAccounts, AudibleNetwork, AudibleTokens } from '@octavo/remote';
import { readAuthFile } from '@octavo/sources';
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

/** The worker's own parts over a real database and a stand-in for Audible, each job run by hand. */
export class AudibleDesk {
  private readonly outbound = new Outbound(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  private readonly locks: ContentLocks;
  private readonly accounts: AudibleAccounts;
  private readonly config;

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

  /** A user of Octavo with an account of that name, as the gateway keeps it. Gives the store's id. */
  async connect({ name = 'anna', userId }: { name?: string; userId?: string } = {}): Promise<string> {
    const file = this.audible.account(name).authFile('us');
    const { credentials } = await readAuthFile(Buffer.from(JSON.stringify(file)));
    const id = newId();
    const owner = userId ?? (await this.user());
    const sealed = this.accounts.seal(credentials[0]!, { id, userId: owner });
    const account = { ...sealed, id, userId: owner, name, customerKey: name, isImported: true };
    await this.database.audibleAccounts.add(account);
    return (await this.database.audibleAccounts.find(id))!.stores[0]!.id;
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
    const [row] = await this.database.purchases['client'].$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from ${table} where ${where}`,
    );
    return row!.n;
  }

  async close(): Promise<void> {
    await this.audible.close();
    await this.outbound.close();
    await this.locks.close();
    await this.database.close();
    await this.test.drop();
  }
}
