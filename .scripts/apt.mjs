import { findProgram } from './programs.mjs';
import { succeeds } from './processes.mjs';

const QUIET = { environment: { DEBIAN_FRONTEND: 'noninteractive' } };
const OPTIONS = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=2'];

/** True on Debian, Ubuntu and their kin. */
export const hasApt = () => findProgram(['apt-get']) !== undefined;

/** How to run a command as root without being asked for a password: [] as root, undefined when there is no way. */
export async function asRoot() {
  if (process.getuid?.() === 0) return [];
  return (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : undefined;
}

/** Installs Debian packages, with fresh package lists if the ones at hand do not do. `root` comes from `asRoot`. */
export async function aptInstall(root, packages) {
  const apt = (...args) => {
    const [command, ...rest] = [...root, 'apt-get', ...OPTIONS, ...args];
    return succeeds(command, rest, QUIET);
  };
  const install = () => apt('install', '--no-install-recommends', ...packages);
  return (await install()) || ((await apt('update')) && (await install()));
}

/** Fetches Debian packages into `folder` and unpacks what can be had of them into `target`; needs no rights at all. */
export async function aptUnpack(packages, folder, target) {
  // One by one, since not every release knows every name.
  for (const name of packages) await succeeds('apt-get', ['download', '-qq', name], { cwd: folder });
  return succeeds('/bin/sh', ['-c', 'for deb in *.deb; do dpkg-deb -x "$deb" "$1" || exit 1; done', 'sh', target], {
    cwd: folder,
  });
}
