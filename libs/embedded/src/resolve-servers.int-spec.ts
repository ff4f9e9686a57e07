import { join } from 'node:path';
import { findRedis } from './find-redis.js';
import { freePort } from './port.js';
import { resolveServers, type ServerOptions } from './resolve-servers.js';
import { processesWith } from './testing/processes.js';
import { temporaryFolder } from './testing/temporary-folder.js';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';

let dataDir: string;
let remove: () => Promise<void>;

beforeEach(async () => ({ path: dataDir, remove } = await temporaryFolder()));
afterEach(() => remove());

const resolve = (others: Partial<ServerOptions>) =>
  resolveServers({ queueBackend: 'postgres', dataDir, log: () => undefined, ...others });

it('starts a PostgreSQL of its own where none is given, and stops it', async () => {
  const services = await resolve({});
  expect(services.queue).toEqual({ kind: 'postgres', url: services.databaseUrl });
  expect(processesWith(join(dataDir, 'postgres'))).not.toEqual([]);
  await services.stop();
  expect(processesWith(dataDir)).toEqual([]);
});

it('uses the database that is given and starts none', async () => {
  const services = await resolve({ databaseUrl: SERVER });
  expect(services.databaseUrl).toBe(SERVER);
  expect(processesWith(dataDir)).toEqual([]);
  await services.stop();
});

it('with "auto" keeps the queue in Redis exactly where the machine has one', async () => {
  const services = await resolve({ databaseUrl: SERVER, queueBackend: 'auto' });
  expect(services.queue.kind).toBe((await findRedis()) ? 'redis' : 'postgres');
  await services.stop();
});

it('stops the PostgreSQL it has started when the Redis that was given cannot be used', async () => {
  const port = await freePort();
  const redisUrl = `redis://:secret@127.0.0.1:${port}`;
  await expect(resolve({ queueBackend: 'auto', redisUrl })).rejects.toMatchObject({
    name: 'CannotStart',
    message: `No Redis listens at 127.0.0.1:${port} (REDIS_URL)`,
  });
  expect(processesWith(dataDir)).toEqual([]);
});

it('does not touch a Redis that is given when the queue is to be in PostgreSQL', async () => {
  const services = await resolve({ databaseUrl: SERVER, redisUrl: 'redis://127.0.0.1:1', queueBackend: 'postgres' });
  expect(services.queue.kind).toBe('postgres');
  await services.stop();
});

it('fails with one sentence when the database that is given cannot be used', async () => {
  await expect(resolve({ databaseUrl: 'mysql://localhost' })).rejects.toMatchObject({
    name: 'CannotStart',
    message: expect.stringMatching(/not a PostgreSQL address/),
  });
});
