import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, aptUnpack, asRoot, hasApt } from './apt.mjs';
import { succeeds } from './processes.mjs';
import { findProgram, isProgram } from './programs.mjs';
import { inProject } from './project.mjs';

const OWN = inProject('.redis');
const OWN_SERVER = join(OWN, 'bin', 'redis-server');

/** Debian's redis-tools holds the server under another name, and unlike redis-server it starts no system service. */
const MULTI_CALL = 'redis-check-rdb';

/** What redis-tools links to and a small installation may lack; the names differ between releases. */
const LIBRARIES = ['libjemalloc2', 'liblzf1', 'libatomic1', 'libssl3', 'libssl3t64', 'libsystemd0', 'libgcrypt20'];

/** Where a server is, or undefined. */
export const findRedis = () => findProgram(['valkey-server', 'redis-server'], [join(OWN, 'bin')]);

/** Gets a Redis server for this project without starting anything. Gives where it is, or undefined where none is to be had. */
export async function provideRedis() {
  if (findRedis()) return findRedis();
  if (hasApt()) {
    const root = await asRoot();
    if (isProgram(`/usr/bin/${MULTI_CALL}`) || (root && (await aptInstall(root, ['redis-tools'])))) {
      linkServer(`/usr/bin/${MULTI_CALL}`);
    } else if (!root) {
      await unpackServer();
    }
  } else if (findProgram(['brew'])) {
    await succeeds('brew', ['install', 'redis']);
  }
  return findRedis();
}

function linkServer(program) {
  mkdirSync(join(OWN, 'bin'), { recursive: true });
  rmSync(OWN_SERVER, { force: true });
  symlinkSync(program, OWN_SERVER);
}

/** As an ordinary user: unpack the packages below .redis. Needs the package lists of somebody's earlier `apt-get update`. */
async function unpackServer() {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-redis-'));
  const root = join(OWN, 'root');
  mkdirSync(join(OWN, 'bin'), { recursive: true });
  const unpacked = await aptUnpack(['redis-tools', ...LIBRARIES], folder, root);
  rmSync(folder, { recursive: true, force: true });
  const program = join(root, 'usr/bin', MULTI_CALL);
  if (!unpacked || !isProgram(program)) return rmSync(OWN, { recursive: true, force: true });

  const libraries = readdirSync(join(root, 'usr/lib')).find((name) => name.endsWith('-linux-gnu'));
  symlinkSync(MULTI_CALL, join(root, 'usr/bin/redis-server')); // the name it is called by decides what it is
  const lines = [
    '#!/bin/sh',
    'root="$(dirname "$0")/../root"',
    `export LD_LIBRARY_PATH="$root/usr/lib/${libraries}"`,
    'exec "$root/usr/bin/redis-server" "$@"',
  ];
  writeFileSync(OWN_SERVER, `${lines.join('\n')}\n`);
  chmodSync(OWN_SERVER, 0o755);
}
