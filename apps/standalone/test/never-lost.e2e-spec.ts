import { migrateDeploy } from '@octavo/database';
import { startPostgres } from '@octavo/embedded';
import { anEpub, pngCover } from '@octavo/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { emptyRedis, redisOfThisWorker, until } from './house.js';
import { Relay } from './relay.js';

const COUNT = 1_000;
const PATIENCE = 240_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const random = (from: number, to: number) => from + Math.random() * (to - from);

/** The ingest worker as Compose runs it: a process that can be killed, and is started again. */
class IngestWorker {
  private child: ChildProcess | undefined;
  kills = 0;

  constructor(private readonly environment: Record<string, string>) {}

  start(): void {
    this.child = spawn(process.execPath, ['dist/apps/ingest/src/main.js'], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', SETTLE_TIME: '200ms', ...this.environment },
      stdio: ['ignore', 'ignore', process.env['TEST_LOG_LEVEL'] ? 'inherit' : 'ignore'],
    });
  }

  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
    this.kills += 1;
  }
}

describe('a thousand books', () => {
  let folder: string;
  let books: string;
  const stops: (() => unknown)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-never-lost-'));
    await chmod(folder, 0o755);
    books = join(folder, 'books');
    for (let n = 0; n < COUNT; n++) {
      const path = join(books, `shelf ${n % 25}`, `${n}.epub`);
      if (n < 25) await mkdir(join(books, `shelf ${n}`), { recursive: true });
      await writeFile(
        path,
        anEpub()
          .titled(`Book ${n}`)
          .by(`Author ${n % 50}`)
          .withCover(pngCover({ seed: n }))
          .build(),
      );
    }
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A database server of our own, behind a port that outlives it. */
  async function house(queue: 'redis' | 'postgres') {
    const dir = await mkdtemp(join(folder, 'house-'));
    await chmod(dir, 0o755);
    const relay = await Relay.open();
    const startServer = () =>
      startPostgres({
        dir: join(dir, 'postgres'),
        database: 'octavo',
        log: () => undefined,
        settings: { fsync: 'off' },
      });
    let server = await startServer();
    const databaseUrl = relay.through(server.url);
    await migrateDeploy({ databaseUrl, migrationsDir: 'prisma/migrations' });
    const redis = redisOfThisWorker();
    if (queue === 'redis') await emptyRedis(redis);
    const worker = new IngestWorker({
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(dir, 'data'),
      LIBRARY_DIRS: books,
      QUEUE_BACKEND: queue,
      ...(queue === 'redis' ? { REDIS_URL: redis } : {}),
    });
    const sql = async <Row extends pg.QueryResultRow>(statement: string): Promise<Row> => {
      const client = new pg.Client({ connectionString: server.url });
      client.on('error', () => undefined);
      await client.connect();
      return client
        .query<Row>(statement)
        .then(({ rows }) => rows[0]!)
        .finally(() => client.end());
    };
    stops.push(
      () => relay.close(),
      () => server.stop(),
      () => worker.kill(),
    );
    const imported = async () => (await sql<{ n: number }>('select count(*)::int n from book')).n;
    const restart = async () => {
      relay.cut();
      await server.stop();
      server = await startServer();
      relay.through(server.url);
    };
    return { worker, sql, imported, restart, redis };
  }

  type House = Awaited<ReturnType<typeof house>>;

  async function expectExactlyTheBooks({ sql, imported }: House): Promise<void> {
    await until('every book', async () => (await imported()) >= COUNT, PATIENCE);
    await until(
      'nothing to be left to do',
      async () => {
        const { n } = await sql<{ n: number }>('select count(*)::int n from arrival');
        return n === 0;
      },
      PATIENCE,
    );
    const found = await sql(`select count(*)::int books, count(distinct title)::int titles, count(cover_id)::int covers,
      count(*) filter (where status = 'READY' and missing_since is null)::int ready,
      (select count(*)::int from file) files, (select count(*)::int from place) places,
      (select count(*)::int from work) works, (select count(*)::int from contribution) contributions from book`);
    const all = { books: COUNT, titles: COUNT, covers: COUNT, ready: COUNT, files: COUNT, places: COUNT };
    expect(found).toEqual({ ...all, works: COUNT, contributions: COUNT });
  }

  it('are all there, once, though the worker is killed again and again', async () => {
    const here = await house('postgres');
    while ((await here.imported()) < COUNT && here.worker.kills < 12) {
      const before = await here.imported();
      here.worker.start();
      // not before it has done something, or it never would
      await until('it to get on', async () => (await here.imported()) > before, PATIENCE);
      await pause(random(0, 400));
      await here.worker.kill();
    }
    expect(here.worker.kills).toBeGreaterThan(2);
    here.worker.start();
    await expectExactlyTheBooks(here);
  }, 600_000);

  (process.env['TEST_REDIS_URL'] ? it : it.skip)(
    'are all there, once, though Redis is emptied',
    async () => {
      const here = await house('redis');
      here.worker.start();
      for (const mark of [1, 200, 500]) {
        await until(`${mark} books`, async () => (await here.imported()) >= mark, PATIENCE);
        await emptyRedis(here.redis);
      }
      await expectExactlyTheBooks(here);
    },
    600_000,
  );

  it('are all there, once, though the database is restarted', async () => {
    const here = await house('postgres');
    here.worker.start();
    for (const mark of [1, 300]) {
      await until(`${mark} books`, async () => (await here.imported()) >= mark, PATIENCE);
      await pause(random(0, 300));
      await here.restart();
    }
    await expectExactlyTheBooks(here);
  }, 600_000);
});
