import { migrateDeploy } from '@octavo/database';
import { resolveServers } from '@octavo/embedded';
import { type Config, readConfig } from '@octavo/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, MEMORY, NODE_FLAGS } from './as-in-product.js';

const MAIN = built('apps/standalone/src/main.js');

/** Databases as `npm start` brings them (nothing made faster), and folders that are gone afterwards. */
export interface BenchHouse {
  config: Config;
  books: string;
  close(): Promise<void>;
}

/** `settings` beside those every benchmark has. */
export async function openBenchHouse(more: Record<string, string> = {}): Promise<BenchHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-bench-'));
  await chmod(folder, 0o755);
  const books = join(folder, 'books');
  await mkdir(books);
  const dataDir = join(folder, 'data');
  const services = await resolveServers({ queueBackend: 'auto', dataDir, log: () => undefined });
  await migrateDeploy({ databaseUrl: services.databaseUrl, migrationsDir: 'prisma/migrations' });
  const { kind, url } = services.queue;
  const config = readConfig({
    DATABASE_URL: services.databaseUrl,
    QUEUE_BACKEND: kind,
    ...(kind === 'redis' ? { REDIS_URL: url } : {}),
    ENRICHMENT: 'off',
    DATA_DIR: dataDir,
    LIBRARY_DIRS: books,
    LOG_LEVEL: 'error',
    PORT: '0',
    ADMIN_EMAIL: 'bench@example.org',
    ADMIN_PASSWORD: 'bench bench bench',
    ...more,
  });
  return {
    config,
    books,
    close: async () => {
      await services.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Octavo as `npm start` runs it: the built product in a process of its own, on the servers of the house. */
export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Needs what `npm run build` makes. */
export async function startOctavo({ config }: BenchHouse): Promise<Running> {
  const { DATABASE_URL, QUEUE_BACKEND, REDIS_URL, DATA_DIR, LIBRARY_DIRS, LOG_LEVEL } = config;
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = config;
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const own = { ADMIN_EMAIL, ADMIN_PASSWORD, ENRICHMENT: 'off' };
  const settings = { DATABASE_URL, QUEUE_BACKEND, REDIS_URL, DATA_DIR, LOG_LEVEL, ...own };
  const child = spawn(process.execPath, [...NODE_FLAGS, MAIN], {
    env: { ...process.env, ...MEMORY, PORT: port, LIBRARY_DIRS: LIBRARY_DIRS.join(','), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('Octavo ended: is it built? (npm run build)');
    if (
      await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
