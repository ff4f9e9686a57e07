import { stat } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { startRedis } from './redis.js';
import { eventually, killAndWait, parentOf, processesWith, watchdogsOf } from './testing/processes.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let dir: string;
let remove: () => Promise<void>;

beforeEach(async () => ({ path: dir, remove } = await temporaryFolder()));
afterEach(() => remove());

it('a machine without a server gets none, and no error', async () => {
  expect(await startRedis({ dir, log: () => undefined, searchIn: [dir] })).toBeUndefined();
});

async function withClient<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, enableReadyCheck: false });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.disconnect();
  }
}

const start = async () => {
  const server = await startRedis({ dir, log: () => undefined });
  if (!server) throw new Error('There was a server a moment ago');
  return server;
};
const portOf = (url: string) => `127.0.0.1:${new URL(url).port}`;

// The run's own servers are started before any spec; where there is no Redis for them there is none for these.
const describeWithRedis = process.env['TEST_REDIS_URL'] ? describe : describe.skip;

describeWithRedis('a private Redis', () => {
  it('keeps its data from one start to the next, and evicts nothing', async () => {
    const first = await start();
    await withClient(first.url, (client) => client.set('kept', '42'));
    expect(await withClient(first.url, (client) => client.config('GET', 'maxmemory-policy'))).toContain('noeviction');
    await first.stop();
    const second = await start();
    expect(await withClient(second.url, (client) => client.get('kept'))).toBe('42');
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('lets nobody in without the password, which only its owner may read', async () => {
    const server = await start();
    const open = server.url.replace(/:[^:@]*@/, '');
    await expect(withClient(open, (client) => client.get('kept'))).rejects.toThrow(/NOAUTH/);
    expect((await stat(`${dir}/redis.conf`)).mode & 0o777).toBe(0o600);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  it('leaves no process when stopped', async () => {
    const server = await start();
    const [pid = 0] = processesWith(portOf(server.url));
    expect(watchdogsOf(pid)).toHaveLength(1);
    await server.stop();
    await eventually(() => processesWith(portOf(server.url)).length === 0 && watchdogsOf(pid).length === 0);
  });

  it('stops when the process that started it is killed', async () => {
    const { parent, url } = await parentOf('redis', dir);
    await killAndWait(parent);
    await eventually(() => processesWith(portOf(url)).length === 0);
  });

  it('is ended and started again when its watchdog was killed too', async () => {
    const { parent, url } = await parentOf('redis', dir);
    await withClient(url, (client) => client.set('kept', '42'));
    const [pid = 0] = processesWith(portOf(url));
    for (const shell of watchdogsOf(pid)) process.kill(shell, 'SIGKILL');
    await killAndWait(parent);
    const server = await start();
    expect([server.adopted, processesWith(portOf(url))]).toEqual([false, []]);
    expect(await withClient(server.url, (client) => client.get('kept'))).toBe('42');
    await server.stop();
  });

  it('serves a second process while the first lives, which leaves it running', async () => {
    const { parent, url } = await parentOf('redis', dir);
    const guest = await start();
    expect([guest.adopted, guest.url]).toEqual([true, url]);
    await guest.stop();
    expect(await withClient(url, (client) => client.ping())).toBe('PONG');
    await killAndWait(parent);
    await eventually(() => processesWith(portOf(url)).length === 0);
  });
});
