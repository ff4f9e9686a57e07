import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRedis } from './find-redis.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ path, remove } = await temporaryFolder()));
afterEach(() => remove());

async function program(folder: string, name: string, says: string): Promise<string> {
  const binary = join(path, folder, name);
  await mkdir(join(path, folder), { recursive: true });
  await writeFile(binary, `#!/bin/sh\necho "${says}"\n`);
  await chmod(binary, 0o755);
  return binary;
}

const REDIS_7 = 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=d81b8ff71cfb150e';
const find = (...folders: string[]) => findRedis(folders.map((folder) => join(path, folder)));

it('reads the version a server states', async () => {
  const binary = await program('bin', 'redis-server', REDIS_7);
  expect(await find('bin')).toEqual({ binary, version: '7.0.15' });
});

it('prefers Valkey where both lie in one folder, and the earlier folder before that', async () => {
  await program('bin', 'redis-server', REDIS_7);
  const valkey = await program('bin', 'valkey-server', 'Valkey server v=8.0.1 sha=00000000:0');
  expect((await find('bin'))?.binary).toBe(valkey);
  const earlier = await program('earlier', 'redis-server', REDIS_7);
  expect((await find('earlier', 'bin'))?.binary).toBe(earlier);
});

it.each(['Redis server v=6.0.16 sha=0', 'Redis server v=5.0.14', 'nothing of the kind', ''])(
  'passes over %p',
  async (says) => {
    await program('bin', 'redis-server', says);
    expect(await find('bin')).toBeUndefined();
  },
);

it('looks on after a server that is too old', async () => {
  await program('old', 'redis-server', 'Redis server v=6.0.16 sha=0');
  await program('new', 'redis-server', 'Redis server v=6.2.0 sha=0');
  expect((await find('old', 'new'))?.version).toBe('6.2.0');
});

it('passes over files that may not be run', async () => {
  await chmod(await program('bin', 'redis-server', REDIS_7), 0o644);
  expect(await find('bin', 'no-such-folder')).toBeUndefined();
});
