import { testDatabase } from '@octavo/testing';
import { readConfig, startWorkers } from '@octavo/platform';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startGateway } from '../../gateway/src/start-gateway.js';
import { WorkersModule } from '../src/workers.module.js';
import { Visitor } from './visitor.js';

export const ADMIN = { email: 'ada@example.org', password: 'correct horse battery' };

/** The queue backends this machine can be tested on. */
export const BACKENDS: ('redis' | 'postgres')[] = process.env['TEST_REDIS_URL'] ? ['redis', 'postgres'] : ['postgres'];

/** The whole product in this process: its own database, folders and port. */
export interface House {
  url: string;
  books: string;
  databaseUrl: string;
  /** Signed in as the administrator. */
  admin: Visitor;
  /** Writes a file into the watched folder. */
  drop(path: string, bytes: Uint8Array): Promise<void>;
  /** Waits until no job waits or is at work, on one queue or on all. */
  quiet(queue?: string): Promise<void>;
  sql<Row extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Long: on a busy machine everything takes its time, and a test that passes never waits for it. */
const PATIENCE_MS = 120_000;
const LAST_YEAR = new Date(Date.now() - 365 * 86_400_000);

/** Waits until `look` gives something; throws with `what` when it never does. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined | false>,
  patience = PATIENCE_MS,
): Promise<Found> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Starts a house. `files` are in the watched folder before it starts. */
export async function startHouse(
  backend: 'redis' | 'postgres' = 'postgres',
  files: Record<string, Uint8Array> = {},
  settings: Record<string, string> = {},
): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-house-'));
  const books = join(folder, 'books');
  await mkdir(books, { recursive: true });
  const drop = async (path: string, bytes: Uint8Array) => {
    await mkdir(dirname(join(books, path)), { recursive: true });
    await writeFile(join(books, path), bytes);
  };
  for (const [path, bytes] of Object.entries(files)) {
    await drop(path, bytes);
    await utimes(join(books, path), LAST_YEAR, LAST_YEAR); // a broken file that is young may be one under way
  }

  const database = await testDatabase();
  const redis = redisOfThisWorker();
  if (backend === 'redis') await emptyRedis(redis);
  const port = await freePort();
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LIBRARY_DIRS: books,
    DATABASE_URL: database.url,
    ...(backend === 'redis' ? { REDIS_URL: redis } : {}),
    QUEUE_BACKEND: backend,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    SETTLE_TIME: '300ms',
    ENRICHMENT: 'off', // nobody outside is asked by a test
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...settings,
  });
  const gateway = await startGateway(config);
  const workers = await startWorkers([WorkersModule], config);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined); // the database is dropped while the last connection closes
  const sql: House['sql'] = async (statement, values) => (await pool.query(statement, values)).rows as never;
  const admin = new Visitor(gateway.url);
  if (settings['ADMIN_EMAIL'] !== '') await admin.signIn(ADMIN.email, ADMIN.password);
  return {
    url: gateway.url,
    books,
    databaseUrl: database.url,
    admin,
    drop,
    sql,
    quiet: async (queue) => {
      await until('the queues to be quiet', async () => {
        const [row] = await sql<{ n: number }>(
          `select count(*)::int n from job_run
            where state in ('waiting', 'active') and ($1::text is null or queue = $1)`,
          [queue ?? null],
        );
        return row!.n === 0;
      });
    },
    close: async () => {
      await workers.stop();
      await gateway.stop();
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Test files that run at the same time have a database of Redis each. */
export function redisOfThisWorker(): string {
  const url = new URL(process.env['TEST_REDIS_URL'] ?? 'redis://none');
  url.pathname = `/${process.env['JEST_WORKER_ID'] ?? 1}`;
  return url.href;
}

export async function emptyRedis(url: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
