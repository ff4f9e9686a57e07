import type { AudibleAccount } from '@octavo/contracts';
import { readConfig } from '@octavo/platform';
import { FakeAudible, type FakeAudibleOptions, testDatabase } from '@octavo/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startGateway } from '../../gateway/src/start-gateway.js';
import { ADMIN, freePort } from './house.js';
import { Killable } from './killable.js';
import { Relay } from './relay.js';
import { Visitor } from './visitor.js';

/** The gateway in this process, the worker of Audible in one of its own, and a stand-in for Audible before both. */
export interface AudibleWorkplace {
  audible: FakeAudible;
  admin: Visitor;
  /** Not started yet. */
  worker: Killable;
  /** Imports Anna's file; nobody looks at her library before the worker is started. */
  connect(): Promise<AudibleAccount>;
  shown(id: string): Promise<AudibleAccount>;
  sql<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>;
  /** Nobody writes into that table until what is given is called. */
  hold(table: string): Promise<() => Promise<void>>;
  /** For the worker alone the database is gone from now on, until what is given is called. */
  cutOff(): () => void;
  close(): Promise<void>;
}

export async function startAudibleWorkplace(options: FakeAudibleOptions): Promise<AudibleWorkplace> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-audible-worker-'));
  const [audible, database, relay] = [await FakeAudible.start(options), await testDatabase(), await Relay.open()];
  const base = `${audible.url}/{country}`;
  const settings = {
    ...{ DATA_DIR: join(folder, 'data'), LIBRARY_DIRS: join(folder, 'books'), ENRICHMENT: 'off', LOG_LEVEL: 'silent' },
    ...{ QUEUE_BACKEND: 'postgres', AUDIBLE_API_BASE_URL: base, AMAZON_AUTH_BASE_URL: base },
  };
  const own = { PORT: String(await freePort()), ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
  const gateway = await startGateway(readConfig({ ...settings, ...own, DATABASE_URL: database.url }));
  const admin = new Visitor(gateway.url);
  await admin.signIn(ADMIN.email, ADMIN.password);
  const worker = new Killable('audible-sync', { ...settings, DATABASE_URL: relay.through(database.url) });
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined); // the database is dropped while the last connection closes
  const shown = async (id: string) => (await admin.get(`/api/audible/${id}`)).body as AudibleAccount;
  return {
    ...{ audible, admin, worker, shown },
    connect: async () => {
      const { status, body } = await admin.post('/api/audible/import', { authFile: audible.account().authFile() });
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return body as AudibleAccount;
    },
    sql: async (statement) => (await pool.query(statement)).rows as never,
    hold: async (table) => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query(`begin; lock table ${table} in share row exclusive mode`);
      return () => client.end();
    },
    cutOff: () => {
      relay.cut();
      return () => void relay.through(database.url);
    },
    close: async () => {
      await worker.kill();
      await gateway.stop();
      relay.close();
      await audible.close();
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
