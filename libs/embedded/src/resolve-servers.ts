import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { checkDatabase } from './check-database.js';
import { checkRedis } from './check-redis.js';
import { startPostgres } from './postgres.js';
import { startRedis } from './redis.js';

export interface ServerOptions {
  /** Set: this PostgreSQL is used. Unset: a private one is started. */
  databaseUrl?: string;
  /** Set: this Redis is used, unless the backend is `postgres`. Unset: a private one is started where there is one. */
  redisUrl?: string;
  queueBackend: 'auto' | 'redis' | 'postgres';
  /** The private servers keep their files in `postgres` and `redis` below it. */
  dataDir: string;
  log: (line: string) => void;
}

export interface Servers {
  databaseUrl: string;
  queue: { kind: 'redis' | 'postgres'; url: string };
  /** Stops what was started, the queue first. What was given by address, or is another process's, is left alone. */
  stop: () => Promise<void>;
}

interface Found {
  url: string;
  stop: () => Promise<void>;
}

const FILE_TROUBLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'];
const NOTHING_TO_STOP = () => Promise.resolve();

/**
 * Finds the database and the queue's backend: those given by address are checked, missing ones are started beside us.
 * Throws CannotStart with one sentence; what had been started by then is stopped again.
 */
export async function resolveServers(options: ServerOptions): Promise<Servers> {
  return findServices(options).catch((error: NodeJS.ErrnoException) => {
    if (!FILE_TROUBLE.includes(error.code ?? '')) throw error;
    throw new CannotStart(`The data folder ${options.dataDir} cannot be used: ${error.message}`, { cause: error });
  });
}

async function findServices(options: ServerOptions): Promise<Servers> {
  const database = await resolveDatabase(options);
  try {
    const redis = await resolveRedis(options);
    if (!redis)
      return { databaseUrl: database.url, queue: { kind: 'postgres', url: database.url }, stop: database.stop };
    const stop = async () => {
      await redis.stop();
      await database.stop();
    };
    return { databaseUrl: database.url, queue: { kind: 'redis', url: redis.url }, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function resolveDatabase({ databaseUrl, dataDir, log }: ServerOptions): Promise<Found> {
  if (!databaseUrl) return startPostgres({ dir: join(dataDir, 'postgres'), database: 'octavo', log });
  return given(databaseUrl, await checkDatabase(databaseUrl));
}

async function resolveRedis({ redisUrl, queueBackend, dataDir, log }: ServerOptions): Promise<Found | undefined> {
  if (queueBackend === 'postgres') return undefined;
  if (redisUrl) return given(redisUrl, await checkRedis(redisUrl));
  const redis = await startRedis({ dir: join(dataDir, 'redis'), log });
  if (redis || queueBackend === 'auto') return redis;
  throw new CannotStart(
    'QUEUE_BACKEND is redis, but there is neither a REDIS_URL nor a redis-server or valkey-server of 6.2 or newer here ' +
      '(npm run setup:redis gets one)',
  );
}

function given(url: string, refusal: string | undefined): Found {
  if (refusal !== undefined) throw new CannotStart(refusal);
  return { url, stop: NOTHING_TO_STOP };
}
