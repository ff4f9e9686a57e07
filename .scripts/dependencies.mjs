import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './processes.mjs';
import { isProgram, machinePath } from './programs.mjs';
import { inProject, refuseUnwritableProject } from './project.mjs';

const LOCK = inProject('package-lock.json');
/** Which lock file we have installed. Times would mislead: git sets them anew at every checkout. */
const STAMP = inProject('node_modules/.octavo-lock');
/** What npm notes of an installation, whoever asked for it. */
const INSTALLED = inProject('node_modules/.package-lock.json');

/** True when node_modules holds what package-lock.json asks for. */
export function areDependenciesInstalled() {
  const lock = read(LOCK);
  return read(STAMP) === fingerprint(lock) || holds(read(INSTALLED), lock);
}

/** Installs exactly what package-lock.json asks for, with the npm that started us. */
export async function installDependencies() {
  refuseUnwritableProject();
  const npm = npmCommand();
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await runQuietly(npm[0], [...npm.slice(1), ...options]);
  writeFileSync(STAMP, fingerprint(read(LOCK)));
}

/** The command to run npm by. It must not run on the Node it is about to replace, the one in node_modules. */
export function npmCommand() {
  const node = process.execPath.startsWith(inProject('node_modules')) ? machineNode() : process.execPath;
  return process.env.npm_execpath && node ? [node, process.env.npm_execpath] : ['npm'];
}

const machineNode = () =>
  machinePath()
    .map((folder) => join(folder, 'node'))
    .find(isProgram);

/** True when an installation has every package of the lock file in the same version, and no other. */
function holds(installed, lock) {
  if (installed === '') return false;
  const have = JSON.parse(installed).packages;
  const want = JSON.parse(lock).packages;
  const isMissing = ([path, { optional, extraneous }]) => path !== '' && !have[path] && !optional && !extraneous;
  const differs = ([path, { version }]) => want[path]?.version !== version;
  return !Object.entries(want).some(isMissing) && !Object.entries(have).some(differs);
}

function fingerprint(text) {
  return createHash('sha256').update(text).digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
