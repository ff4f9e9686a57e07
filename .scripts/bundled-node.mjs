import { existsSync } from 'node:fs';
import { npmCommand } from './dependencies.mjs';
import { runQuietly } from './processes.mjs';
import { isProgram } from './programs.mjs';
import { note, Refusal } from './progress.mjs';
import { inProject, refuseUnwritableProject } from './project.mjs';

/** What chokidar and others of our packages ask for at least, should there be no way to the Node they were tested on. */
const GOOD_ENOUGH = [22, 22];

const PACKAGE = inProject('node_modules/node');

/**
 * The Node that Octavo runs on: the npm package `node` brings it along. Its binary comes in a package per platform that
 * its install script fetches, so where npm was told to run no scripts it may be missing; then the script is run here.
 */
export async function bundledNode() {
  const found = candidates().find(isProgram);
  if (found) return found;
  if (existsSync(PACKAGE)) await runInstallScript();
  return candidates().find(isProgram) ?? machineNode();
}

function candidates() {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const platformPackage = `${prefix}-${process.platform}-${process.arch}`;
  return [
    `${PACKAGE}/bin/node`,
    `${PACKAGE}/node_modules/${platformPackage}/bin/node`,
    inProject(`node_modules/${platformPackage}/bin/node`),
  ];
}

async function runInstallScript() {
  refuseUnwritableProject();
  const [command, ...args] = npmCommand();
  await runQuietly(command, [...args, 'rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']).catch(
    (error) => {
      if (!(error instanceof Refusal)) throw error; // what it says is printed; another Node may still do
    },
  );
}

function machineNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > GOOD_ENOUGH[0] || (major === GOOD_ENOUGH[0] && minor >= GOOD_ENOUGH[1])) {
    note(`Node 24 could not be brought along; going on with ${process.version}`);
    return process.execPath;
  }
  throw new Refusal(
    `Node 24 could not be brought along: let npm run the install script of the package "node" ` +
      `(npm rebuild node --ignore-scripts=false), or install Node ${GOOD_ENOUGH.join('.')} or newer`,
  );
}
