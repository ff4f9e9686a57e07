import type { JobContext, ResultOf, webdavSync } from '@octavo/contracts';
import {
  type Announcements,
  type ConnectedLibrary,
  ContentLocks,
  Database,
  newId,
  type Scan,
  type SourceItem,
} from '@octavo/database';
import { FollowUp, KeepCovers, KeepOutcomes, ReadFile, ReadName, ReadSidecars, WorkBatch } from '@octavo/intake';
import { AddressRules, Outbound } from '@octavo/outbound';
import { type Config, readConfig, SecretBox } from '@octavo/platform';
import type { Jobs } from '@octavo/queue';
import { Connections, Copies, Originals, RemoteFiles } from '@octavo/remote';
import { probe, toBaseUrl } from '@octavo/sources';
import { DataFiles, LibraryFiles } from '@octavo/storage';
import { type DavManners, DavServer, type DavTree, testDatabase, type TestDatabase } from '@octavo/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PinoLogger } from 'nestjs-pino';
import { CompareServer } from '../src/compare-server.js';
import { CompareListing } from '../src/comparing/compare-listing.js';
import { LearnOfChanges } from '../src/comparing/learn-of-changes.js';
import { TakeOverListing } from '../src/comparing/take-over-listing.js';
import { AskForChanges } from '../src/listing/ask-for-changes.js';
import { KnowServer } from '../src/listing/know-server.js';
import { ListAtOnce } from '../src/listing/list-at-once.js';
import { ListSource } from '../src/listing/list-source.js';
import { SurveyServer } from '../src/listing/survey-server.js';
import { ReadItems } from '../src/read-items.processor.js';
import { LookIntoItems } from '../src/reading/look-into-items.js';
import { NameItems } from '../src/reading/name-items.js';
import { SettleConnection } from '../src/scheduling/settle-connection.js';
import { Turns } from '../src/scheduling/turns.js';
import { SyncSource } from '../src/sync-source.processor.js';

type Synced = ResultOf<typeof webdavSync.jobs.syncSource>;

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as PinoLogger;
const KEY = Buffer.alloc(32, 7).toString('base64');
export const ANN = { username: 'ann', password: 'sésame; open' };

/** The worker's own parts over a real database and a stand-in server, each job run by hand. */
export class SyncDesk {
  private readonly files: ReadFile[] = [];
  private readonly locks: ContentLocks[] = [];
  readonly secrets = new SecretBox(KEY);
  readonly outbound = new Outbound(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  readonly connections = new Connections(this.outbound, this.secrets);
  /** What was asked of the queue. */
  readonly asked: unknown[] = [];
  readonly userId = newId();

  private constructor(
    private readonly test: TestDatabase,
    readonly database: Database,
    private readonly folder: string,
    readonly dav: DavServer,
    readonly config: Config,
  ) {}

  static async open(tree: DavTree, manners: DavManners = {}): Promise<SyncDesk> {
    const test = await testDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'octavo-sync-'));
    const database = await Database.open(test.url, 6);
    const dav = await DavServer.start(tree, { signIn: { ...ANN, scheme: 'basic' }, ...manners });
    const config = readConfig({ DATA_DIR: folder, DATABASE_URL: test.url, ENRICHMENT: 'off' });
    const desk = new SyncDesk(test, database, folder, dav, config);
    await database.users.create({
      ...{ id: desk.userId, email: 'ann@example.org', name: 'Ann', role: 'reader', passwordHash: '' },
    } as never);
    return desk;
  }

  private readonly announcements = {
    announce: () => undefined,
    announceMuch: () => undefined,
  } as unknown as Announcements;
  private readonly jobs = {
    add: (_job: unknown, payload: unknown) => Promise.resolve(this.asked.push(payload)),
    addMany: (_job: unknown, payloads: unknown[]) => Promise.resolve(this.asked.push(...payloads)),
  } as unknown as Jobs;

  /** A connection to the server, as the gateway makes it. */
  async connect(baseUrl = this.dav.url): Promise<string> {
    const libraryId = newId();
    const base = toBaseUrl(baseUrl);
    const outcome = await probe(this.connections.clientFor(base, { scheme: 'basic', ...ANN }));
    if (outcome.kind === 'unusable') throw outcome.error;
    const secret = this.connections.seal(ANN.password, { libraryId, userId: this.userId });
    await this.database.transaction(({ connections }) =>
      connections.add({
        ...{ libraryId, userId: this.userId, name: 'Ann’s', baseUrl: base.href, username: ANN.username },
        ...{ scheme: 'basic', secret, facts: { ...outcome.facts } },
      }),
    );
    return libraryId;
  }

  /** Whole copies, as another process has them. */
  copies(settings: Partial<Config> = {}): Copies {
    const { database } = this;
    const config = { ...this.config, ...settings };
    const locks = new ContentLocks(this.test.url);
    this.locks.push(locks);
    const remote = new RemoteFiles(database, this.connections);
    return new Copies(config, database, locks, remote, new DataFiles(config.DATA_DIR));
  }

  private tools() {
    const { database, config, announcements, jobs } = this;
    const data = new DataFiles(config.DATA_DIR);
    const remote = new RemoteFiles(database, this.connections);
    const copies = this.copies();
    const originals = new Originals(new LibraryFiles(), remote, copies);
    const sidecars = new ReadSidecars(database, originals);
    const readFile = new ReadFile(originals, sidecars, new ReadName(database), new KeepCovers(data), SILENT);
    this.files.push(readFile);
    const followUp = new FollowUp(jobs, announcements, config);
    const batches = new WorkBatch(database, new KeepOutcomes(database, SILENT), followUp);
    return { sidecars, readFile, followUp, batches };
  }

  /** A worker of its own: nothing is shared with others but the database. */
  worker(settings: Partial<Config> = {}) {
    const { database, announcements } = this;
    const config = { ...this.config, ...settings };
    const { sidecars, readFile, followUp, batches } = this.tools();
    const settle = new SettleConnection(config, database);
    const lists = new ListSource(database, announcements);
    const survey = new SurveyServer(
      this.connections,
      new KnowServer(database),
      lists,
      new ListAtOnce(database),
      new AskForChanges(),
    );
    const takeOver = new TakeOverListing(database, new CompareListing(), new LearnOfChanges(), settle);
    const naming = new NameItems(database, batches, readFile, followUp, announcements);
    const server = new CompareServer(database, survey, takeOver, naming, settle);
    const sync = new SyncSource(database, new Turns(config, database), server, settle, announcements);
    const looking = new LookIntoItems(database, readFile, sidecars);
    const read = new ReadItems(database, batches, looking, followUp, announcements);
    return { sync, read };
  }

  /** One comparison, and whatever it throws. */
  sync(libraryId: string, more: { preview?: boolean; context?: Partial<JobContext> } = {}): Promise<Synced> {
    const context = { runId: newId(), progress: () => undefined, signal: new AbortController().signal };
    const payload = { libraryId, preview: more.preview ?? false };
    return this.worker().sync.process(payload, { ...context, ...more.context });
  }

  /** Looks into all files nobody has looked into. */
  read(libraryId: string): Promise<{ done: number; failed: number }> {
    const context = { runId: newId(), progress: () => undefined, signal: new AbortController().signal };
    return this.worker().read.process({ libraryId, lane: 0 }, context);
  }

  /** So much later, as far as what was missed and what waits is concerned. */
  async later(minutes: number): Promise<void> {
    await this.sql(`update source_item set last_missed_at = last_missed_at - interval '${minutes} minutes'`);
    await this.sql(`update arrival set due_at = due_at - interval '${minutes} minutes'`);
    await this.sql(`update place set missing_since = missing_since - interval '${minutes} minutes'`);
  }

  async sql<Row>(statement: string): Promise<Row[]> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: this.test.url });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async connection(libraryId: string): Promise<ConnectedLibrary> {
    return (await this.database.connections.find(libraryId))!;
  }

  async scan(libraryId: string): Promise<Scan> {
    return (await this.database.scans.latest([libraryId])).get(libraryId)!;
  }

  item(libraryId: string, path: string): Promise<SourceItem | null> {
    return this.database.sourceItems.find(libraryId, path);
  }

  /** What there is to see: books by path, with their ids, whether they are missing, and their titles. */
  async books(libraryId: string): Promise<Record<string, { id: string; missing: boolean; title: string }>> {
    const rows = await this.sql<{ path: string; id: string; missing: boolean; title: string }>(
      `select p.path, b.id, b.missing_since is not null as missing, b.title from place p join file f on f.id = p.file_id
        join book b on b.id = f.book_id where p.library_id = '${libraryId}' order by p.path`,
    );
    return Object.fromEntries(rows.map(({ path, ...book }) => [path, book]));
  }

  async close(): Promise<void> {
    for (const file of this.files) await file.beforeApplicationShutdown();
    for (const locks of this.locks) await locks.close();
    await this.outbound.close();
    await this.dav.close();
    await this.database.close();
    await this.test.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
