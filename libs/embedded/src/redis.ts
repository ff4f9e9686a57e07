import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRedis, type RedisBinary } from './find-redis.js';
import { launch, type RunningServer } from './launch.js';
import { freePort } from './port.js';
import { probeRedis } from './probe-redis.js';
import { readRedisConfig, writeRedisConfig, type RedisDoor } from './redis-config.js';
import { startOrBorrow, type NotedServer } from './start-or-borrow.js';

const STOP_SIGNAL = 'SIGTERM';
const CONFIG = 'redis.conf';

export interface RedisOptions {
  /** Everything the server owns lies in this folder. */
  dir: string;
  log: (line: string) => void;
  /** Where to look for the program instead of PATH and the usual folders. */
  searchIn?: readonly string[];
}

export interface EmbeddedRedis extends RedisBinary {
  /** With the password; good for any client. */
  url: string;
  /** True when another process of ours runs the server; `stop` then leaves it alone. */
  adopted: boolean;
  stop: () => Promise<void>;
}

/**
 * Runs a private Redis (or Valkey) on a loopback port where the machine has one of version 6.2 or newer; undefined
 * where it has none. It stops with this process, however that ends. Throws CannotStart when the server does not start.
 */
export async function startRedis({ dir, log, searchIn }: RedisOptions): Promise<EmbeddedRedis | undefined> {
  const found = await findRedis(searchIn);
  if (!found) return undefined;
  await mkdir(dir, { recursive: true }); // a mode given here would apply to the parents too
  await chmod(dir, 0o700);

  const { server, borrowed } = await startOrBorrow(dir, {
    name: 'Redis',
    stopSignal: STOP_SIGNAL,
    noted: () => readPidFile(dir),
    isReady: async ({ pid }) => {
      const door = await readRedisConfig(join(dir, CONFIG));
      return door !== undefined && (await pidAt(door)) === pid;
    },
    launch: () => launchServer(dir, found, log),
  });
  const door = await readRedisConfig(join(dir, CONFIG));
  if (!door) throw new Error(`${CONFIG} has vanished from ${dir}`);
  log(`Redis ${found.version} ${borrowed ? 'was running already' : 'is ready'} on port ${server.port}`);
  return { ...found, url: urlOf(door), adopted: borrowed, stop: server.stop };
}

const urlOf = ({ port, password }: RedisDoor) => `redis://:${password}@127.0.0.1:${port}/0`;

async function readPidFile(dir: string): Promise<NotedServer | undefined> {
  const door = await readRedisConfig(join(dir, CONFIG));
  const pid = Number(await readFile(join(dir, 'redis.pid'), 'utf8').catch(() => ''));
  // Redis writes the address it listens on into its own command line.
  return door && pid ? { pid, port: door.port, knownBy: `127.0.0.1:${door.port}` } : undefined;
}

async function pidAt(door: RedisDoor): Promise<number | undefined> {
  const answer = await probeRedis(urlOf(door));
  return 'pid' in answer ? answer.pid : undefined;
}

async function launchServer(dir: string, { binary }: RedisBinary, log: (line: string) => void): Promise<RunningServer> {
  const door = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  await writeRedisConfig(join(dir, CONFIG), door);
  return launch({
    name: 'Redis',
    command: binary,
    args: [CONFIG],
    cwd: dir,
    port: door.port,
    stopSignal: STOP_SIGNAL,
    isReady: async () => (await pidAt(door)) !== undefined,
    log,
  });
}
