import { migrateDeploy } from '@octavo/database';
import { startPostgres } from '@octavo/embedded';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { emptyRedis, redisOfThisWorker, until } from './house.js';
import { Killable, killUntil } from './killable.js';
import { Relay } from './relay.js';
import { COUNT, writeThousandBooks } from './thousand-books.js';

const PATIENCE = 240_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const random = (from: number, to: number) => from + Math.random() * (to - from);

describe('a thousand books, worked on by an ingest worker of its own', () => {
  let folder: string;
  let books: string;
  const stops: (() => unknown)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-never-lost-'));
    await chmod(folder, 0o755);
    books = join(folder, 'books');
    await writeThousandBooks(books);
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
    const worker = new Killable('ingest', {
      DATABASE_URL: databaseUrl,
      ENRICHMENT: 'off',
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
    await killUntil(here.worker, { imported: here.imported, count: COUNT, atMost: 12 });
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
