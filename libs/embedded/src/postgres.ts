import { mkdir, realpath } from 'node:fs/promises';
import { CannotStart } from './cannot-start.js';
import { locateCluster, type Cluster } from './cluster.js';
import { createDatabase, probeDatabase } from './database.js';
import { findBinaries } from './find-binaries.js';
import { launchPostgres, STOP_SIGNAL } from './launch-postgres.js';
import { readPostmasterFile } from './postmaster-file.js';
import { chooseAccount } from './run-as.js';
import { secretIn } from './secret-file.js';
import { startOrBorrow } from './start-or-borrow.js';

export interface PostgresOptions {
  /** Everything the server owns lies below this folder. */
  dir: string;
  /** Made if it does not exist. */
  database: string;
  log: (line: string) => void;
  /** Server settings beside ours, for tests (`{ fsync: 'off' }`). */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** With the password; good for any client. */
  url: string;
  port: number;
  /** True when another process of ours runs the server; `stop` then leaves it alone. */
  adopted: boolean;
  stop: () => Promise<void>;
}

/**
 * Runs a private PostgreSQL on a loopback port, its files below `dir`; the first start makes them (about a second).
 * It stops with this process, however that ends. Throws CannotStart when the machine does not allow it.
 */
export async function startPostgres({ dir, database, log, settings = {} }: PostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(dir, { recursive: true });
  const folder = await realpath(dir); // a running server is known by this path
  const binaries = await findBinaries();
  const cluster = await locateCluster(folder, binaries.version);
  const account = await chooseAccount(folder, cluster.data);
  const password = await secretIn(cluster.passwordFile);
  const urlOf = (port: number, name: string) =>
    `postgresql://${cluster.superuser}:${password}@127.0.0.1:${port}/${encodeURIComponent(name)}?sslmode=disable`;
  const isReady = (port: number) => answers(urlOf(port, 'postgres'), cluster);

  const { server, borrowed } = await startOrBorrow(folder, {
    name: 'PostgreSQL',
    stopSignal: STOP_SIGNAL,
    noted: () => readPostmasterFile(cluster.data),
    isReady: ({ port }) => isReady(port),
    launch: () => launchPostgres({ folder, cluster, binaries, account, settings, isReady, log }),
  });
  await createDatabase(urlOf(server.port, 'postgres'), database).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  log(`PostgreSQL ${binaries.version} ${borrowed ? 'was running already' : 'is ready'} on port ${server.port}`);
  return { url: urlOf(server.port, database), port: server.port, adopted: borrowed, stop: server.stop };
}

async function answers(url: string, cluster: Cluster): Promise<boolean> {
  const refusal = await probeDatabase(url);
  if (refusal?.code !== '28P01') return refusal === undefined;
  throw new CannotStart(`The password in ${cluster.passwordFile} is not the one of the database in ${cluster.data}`);
}
