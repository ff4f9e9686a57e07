import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Redis-compatible server program and its version. */
export interface RedisBinary {
  binary: string;
  version: string;
}

const NAMES = ['valkey-server', 'redis-server'];
const OLDEST = [6, 2] as const; // BullMQ's scripts need commands of 6.2

/** `npm run setup:redis` puts a server into the first of these; the others are where packages put one. */
const USUAL_FOLDERS = ['.redis/bin', '/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin'];

/** The first valkey-server or redis-server of version 6.2 or newer in `folders`, or undefined. */
export async function findRedis(folders?: readonly string[]): Promise<RedisBinary | undefined> {
  for (const folder of folders ?? [...USUAL_FOLDERS, ...(await searchPath())]) {
    for (const name of NAMES) {
      const binary = resolve(join(folder, name));
      const version = await versionOf(binary);
      if (version && isNewEnough(version)) return { binary, version };
    }
  }
  return undefined;
}

/** PATH, as programs that we start see it: settings of the environment are read in one place only, which is not here. */
async function searchPath(): Promise<string[]> {
  const { stdout } = await run('/bin/sh', ['-c', 'printf %s "$PATH"']);
  return stdout.split(':').filter((folder) => folder !== '');
}

async function versionOf(binary: string): Promise<string | undefined> {
  const isProgram = await access(binary, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isProgram) return undefined;
  const { stdout } = await run(binary, ['--version']).catch(() => ({ stdout: '' }));
  return /\bv=(\d+\.\d+[\d.]*)/.exec(stdout)?.[1];
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
