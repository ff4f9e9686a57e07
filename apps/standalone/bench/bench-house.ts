import { resolveServers } from '@octavo/embedded';
import { type Config, readConfig } from '@octavo/platform';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCompanion } from '../src/companion.js';

/** Databases as `npm start` brings them (nothing made faster), and folders that are gone afterwards. */
export interface BenchHouse {
  config: Config;
  books: string;
  close(): Promise<void>;
}

export async function openBenchHouse(): Promise<BenchHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-bench-'));
  await chmod(folder, 0o755);
  const books = join(folder, 'books');
  await mkdir(books);
  const dataDir = join(folder, 'data');
  const services = await resolveServers({ queueBackend: 'auto', dataDir, log: () => undefined });
  const { kind, url } = services.queue;
  const config = readConfig({
    DATABASE_URL: services.databaseUrl,
    QUEUE_BACKEND: kind,
    ...(kind === 'redis' ? { REDIS_URL: url } : {}),
    DATA_DIR: dataDir,
    LIBRARY_DIRS: books,
    LOG_LEVEL: 'error',
    PORT: '0',
    ADMIN_EMAIL: 'bench@example.org',
    ADMIN_PASSWORD: 'bench bench bench',
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

/** The workers in a thread of their own, as the product has them. Runs what was built: npm run build comes first. */
export async function startBenchWorkers({ config }: BenchHouse): Promise<{ stop(): Promise<void> }> {
  const main = new URL('../../../dist/apps/standalone/src/main.js', import.meta.url);
  return startCompanion(fileURLToPath(main), config, (error) => {
    throw error;
  });
}
