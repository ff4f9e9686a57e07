import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { aptInstall, aptUnpack, asRoot, hasApt } from './apt.mjs';
import { succeeds } from './processes.mjs';
import { findProgram, isProgram } from './programs.mjs';
import { inProject } from './project.mjs';

const OWN = inProject('.dav');

/** By Debian's package: the program in it, and how to have it say its version. apache2-bin brings no system service. */
const SERVERS = {
  'apache2-bin': { program: 'usr/sbin/apache2', version: '-v' },
  rclone: { program: 'usr/bin/rclone', version: 'version' },
};

/** What apache2-bin links to and a small installation may lack; the names differ between releases. */
const LIBRARIES = ['libapr1', 'libapr1t64', 'libaprutil1', 'libaprutil1t64', 'libpcre2-8-0', 'libexpat1', 'libuuid1'];

const isHere = ({ program }) => findProgram([basename(program)], [join(OWN, 'bin')]) !== undefined;
const missing = () => Object.keys(SERVERS).filter((name) => !isHere(SERVERS[name]));

/**
 * Gets the WebDAV servers that ours is tried against, where that needs no password, and starts none of them. Gives the
 * names of the packages that are not to be had.
 */
export async function provideDavServers() {
  const wanted = missing();
  if (wanted.length === 0 || !hasApt()) return wanted;
  const root = await asRoot();
  if (root) await aptInstall(root, wanted);
  else await unpackServers(wanted);
  return missing();
}

/** As an ordinary user: unpack them below .dav. Needs the package lists of somebody's earlier `apt-get update`. */
async function unpackServers(wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-dav-'));
  mkdirSync(join(OWN, 'bin'), { recursive: true });
  await aptUnpack([...wanted, ...LIBRARIES], folder, join(OWN, 'root'));
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(OWN, 'modules'), { force: true });
  symlinkSync('root/usr/lib/apache2/modules', join(OWN, 'modules'));
  for (const name of wanted) await openDoor(SERVERS[name]);
}

/** Puts a script into .dav/bin that runs an unpacked program with the libraries unpacked beside it, if that can be run. */
async function openDoor({ program, version }) {
  const folder = join(OWN, 'root/usr/lib');
  if (!isProgram(join(OWN, 'root', program)) || !existsSync(folder)) return;
  const libraries = readdirSync(folder).find((name) => name.endsWith('-linux-gnu'));
  const lines = [
    '#!/bin/sh',
    'root="$(dirname "$0")/../root"',
    `export LD_LIBRARY_PATH="$root/usr/lib/${libraries}:$root/lib/${libraries}"`,
    `exec "$root/${program}" "$@"`,
  ];
  const door = join(OWN, 'bin', basename(program));
  writeFileSync(door, `${lines.join('\n')}\n`);
  chmodSync(door, 0o755);
  if (!(await succeeds(door, [version]))) rmSync(door);
}
