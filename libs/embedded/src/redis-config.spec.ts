import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRedisConfig, writeRedisConfig } from './redis-config.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ path, remove } = await temporaryFolder()));
afterEach(() => remove());

it('is read as it was written', async () => {
  const file = join(path, 'redis.conf');
  await writeRedisConfig(file, { port: 6400, password: 'a_b-c' });
  expect(await readRedisConfig(file)).toEqual({ port: 6400, password: 'a_b-c' });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('keeps every write, evicts nothing and listens on the loopback address only', async () => {
  const file = join(path, 'redis.conf');
  await writeRedisConfig(file, { port: 6400, password: 'x' });
  const lines = (await readFile(file, 'utf8')).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction', 'bind 127.0.0.1']),
  );
});

it.each(['', 'port 6400\n', 'requirepass x\n', 'port x\nrequirepass y\n'])(
  'takes %p for no configuration',
  async (text) => {
    await writeFile(join(path, 'redis.conf'), text);
    expect(await readRedisConfig(join(path, 'redis.conf'))).toBeUndefined();
  },
);
