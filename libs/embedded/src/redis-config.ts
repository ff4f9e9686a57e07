import { readFile, writeFile } from 'node:fs/promises';

/** What must be known of a server to reach it. */
export interface RedisDoor {
  port: number;
  password: string;
}

/**
 * Writes the server's configuration. It holds the password, without which every local user could reach the server, so
 * only the owner may read it; on a command line anybody could.
 */
export async function writeRedisConfig(file: string, { port, password }: RedisDoor): Promise<void> {
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    'daemonize no',
    'pidfile redis.pid', // relative paths count from the folder the server is started in
    'dir ./',
    'loglevel warning',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction', // a queue must never lose a key to make room
  ];
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** The port and password of the last run, from its configuration; undefined when there was none. */
export async function readRedisConfig(file: string): Promise<RedisDoor | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const port = Number(/^port (\d+)$/m.exec(text)?.[1]);
  const password = /^requirepass (\S+)$/m.exec(text)?.[1];
  return port && password ? { port, password } : undefined;
}
