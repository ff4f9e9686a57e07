import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';
import type { PostgresBinaries } from './find-binaries.js';
import { SERVER_ENVIRONMENT } from './launch.js';
import { makeWhole } from './make-whole.js';
import { runAs, type Account } from './run-as.js';

const run = promisify(execFile);

export interface Cluster {
  /** The folder of the cluster: one per major version, since their files differ. */
  data: string;
  superuser: string;
  /** Holds the superuser's password and nothing else. */
  passwordFile: string;
}

/** Where the cluster for these binaries lies below `folder`. Throws CannotStart when only another version's is there. */
export async function locateCluster(folder: string, version: string): Promise<Cluster> {
  const name = `pgdata-${parseInt(version, 10)}`;
  const others = (await readdir(folder)).filter((entry) => /^pgdata-\d+$/.test(entry) && entry !== name);
  if (others.length > 0 && !existsSync(join(folder, name))) {
    throw new CannotStart(
      `${folder} holds a database of PostgreSQL ${others.join(', ').replaceAll('pgdata-', '')}, ` +
        `but the PostgreSQL found here is ${version}: install the other one again, or set DATA_DIR to another folder`,
    );
  }
  return { data: join(folder, name), superuser: 'octavo', passwordFile: join(folder, 'password') };
}

/**
 * Makes the cluster's files if there are none (about a second). An interrupted first start leaves no half
 * a cluster behind. `durable: false` leaves out the sync to disk, for tests.
 */
export async function initialiseCluster(
  cluster: Cluster,
  binaries: PostgresBinaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  if (existsSync(cluster.data)) return;
  await makeWhole(cluster.data, async (draft) => {
    await giveTo(account, draft, cluster.passwordFile);
    await runInitdb({ ...cluster, data: draft }, binaries, account, durable);
  });
}

async function giveTo(account: Account, ...paths: string[]): Promise<void> {
  if (account.kind !== 'user') return;
  for (const path of paths) await chown(path, account.uid, account.gid);
}

/**
 * Text is compared by its bytes, as everywhere else; since PostgreSQL 17 its own locale does that, without asking the
 * system's library for each comparison.
 */
const localeOf = ({ version }: PostgresBinaries) => [
  '--locale=C.UTF-8',
  ...(Number.parseInt(version) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
];

async function runInitdb(cluster: Cluster, binaries: PostgresBinaries, account: Account, durable: boolean) {
  const { command, args, identity } = runAs(account, binaries.initdb, [
    `--pgdata=${cluster.data}`,
    `--username=${cluster.superuser}`,
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeOf(binaries),
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  await run(command, args, { env: SERVER_ENVIRONMENT, cwd: cluster.data, ...identity }).catch((error: unknown) => {
    const { stderr = '' } = error as { stderr?: string };
    const reason = stderr.split('\n').find((line) => line.includes('error')) ?? String(error);
    throw new CannotStart(`PostgreSQL could not make its files in ${dirname(cluster.data)}: ${reason}`);
  });
}
