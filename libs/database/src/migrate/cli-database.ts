import { resolveServers, startPostgres } from '@octavo/embedded';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Environment = Partial<Record<string, string>>;

const SILENT = () => undefined;

/** Lends the database that `npm start` would use; a private one runs for as long as `work` takes, if it does not yet. */
export async function withOwnDatabase<T>(
  environment: Environment,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const secret = environment['DATABASE_URL_FILE'];
  const services = await resolveServers({
    databaseUrl: environment['DATABASE_URL'] ?? (secret && readFileSync(secret, 'utf8').trim()),
    queueBackend: 'postgres',
    dataDir: environment['DATA_DIR'] ?? 'data',
    log: SILENT,
  });
  try {
    return await work(services.databaseUrl);
  } finally {
    await services.stop();
  }
}

/** Lends an empty database on a server that exists for this one purpose. */
export async function withThrowawayDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'octavo-db-'));
  await chmod(dir, 0o755); // run as root, the server belongs to another user, who must get in
  try {
    const server = await startPostgres({ dir, database: 'throwaway', log: SILENT, settings: { fsync: 'off' } });
    return await work(server.url).finally(server.stop);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
