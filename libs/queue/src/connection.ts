import type { Config } from '@octavo/platform';
import { createPostgresBackend, runMigrations, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Each worker keeps one connection to listen on; queues take theirs for a moment. */
const POSTGRES_CONNECTIONS = 12;

/** Injection token of the QueueConnection. */
export const QUEUE_CONNECTION = Symbol('QUEUE_CONNECTION');

/** What BullMQ speaks to. It neither opens nor closes it. */
export interface QueueConnection {
  readonly backend: 'redis' | 'postgres';
  /** For workers: waits for a server that is away. */
  readonly connection: Redis | pg.Pool;
  /** For producers: fails at once when the server is away. */
  readonly producer: Redis | pg.Pool;
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/** Redis where there is one (or it is asked for), else Postgres. This is all there is to the choice. */
export function openQueueConnection(
  config: Pick<Config, 'QUEUE_BACKEND' | 'REDIS_URL' | 'DATABASE_URL'>,
): Promise<QueueConnection> {
  const redis = config.QUEUE_BACKEND !== 'postgres' && config.REDIS_URL;
  return redis ? openRedis(redis) : openPostgres(config.DATABASE_URL!);
}

async function openRedis(url: string): Promise<QueueConnection> {
  setDefaultBackendFactory();
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const producer = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
  // They reconnect by themselves; what could not be done meanwhile fails on its own.
  for (const connection of [redis, producer]) connection.on('error', () => undefined);
  await producer.connect();
  return {
    backend: 'redis',
    connection: redis,
    producer,
    answers: () => within(1_000, redis.ping()),
    close: async () => {
      for (const connection of [producer, redis]) await connection.quit().catch(() => connection.disconnect());
    },
  };
}

async function openPostgres(url: string): Promise<QueueConnection> {
  setDefaultBackendFactory(createPostgresBackend);
  // One pool for the whole process: given a config, BullMQ would open a pool per queue and per worker. The queue's own
  // writes need not be on disk at once, since the ledger of job runs is: five times as fast for it.
  const pool = new pg.Pool({
    connectionString: url,
    max: POSTGRES_CONNECTIONS,
    keepAlive: true,
    options: '-c search_path=bullmq -c synchronous_commit=off',
  });
  pool.on('error', () => undefined); // an idle connection that broke; the next use opens another
  pool.setMaxListeners(0);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    backend: 'postgres',
    connection: pool,
    producer: pool,
    answers: () => within(1_000, pool.query('select 1')),
    close: () => pool.end(),
  };
}

function within(ms: number, answer: Promise<unknown>): Promise<boolean> {
  const timeout = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms).unref());
  return Promise.race([
    timeout,
    answer.then(
      () => true,
      () => false,
    ),
  ]);
}
