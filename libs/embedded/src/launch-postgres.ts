import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { initialiseCluster, type Cluster } from './cluster.js';
import type { PostgresBinaries } from './find-binaries.js';
import { launch, type RunningServer } from './launch.js';
import { freePort, rememberedPort } from './port.js';
import { postgresArguments } from './postgres-settings.js';
import { removeStalePostmasterFile } from './postmaster-file.js';
import { reachableBinaries } from './reachable-binaries.js';
import { runAs, type Account } from './run-as.js';

/** The fast shutdown: roll back what is open, write all files, leave. */
export const STOP_SIGNAL = 'SIGINT';

export interface PostgresLaunch {
  folder: string;
  cluster: Cluster;
  binaries: PostgresBinaries;
  account: Account;
  settings: Record<string, string>;
  isReady: (port: number) => Promise<boolean>;
  log: (line: string) => void;
}

/** Makes the cluster if there is none and starts the server on it, on the port of the last run where that is free. */
export async function launchPostgres(options: PostgresLaunch): Promise<RunningServer> {
  const { folder, cluster, account, settings } = options;
  const binaries = await reachableBinaries(options.binaries, account, folder);
  await initialiseCluster(cluster, binaries, account, settings['fsync'] !== 'off');
  await removeStalePostmasterFile(cluster.data);

  const portFile = join(folder, 'port');
  const attempt = (port: number) => launchOn(port, { ...options, binaries });
  const server = await attempt(await rememberedPort(portFile)).catch(async (error: unknown) => {
    // Somebody may have taken the port since we looked.
    if (error instanceof CannotStart && error.message.includes('could not bind')) return attempt(await freePort());
    throw error;
  });
  await writeFile(portFile, String(server.port));
  return server;
}

function launchOn(port: number, options: PostgresLaunch): Promise<RunningServer> {
  const { cluster, binaries, account, settings, isReady, log } = options;
  return launch({
    name: 'PostgreSQL',
    ...runAs(account, binaries.postgres, postgresArguments(cluster.data, port, settings)),
    cwd: cluster.data,
    port,
    stopSignal: STOP_SIGNAL,
    isReady: () => isReady(port),
    log,
  });
}
