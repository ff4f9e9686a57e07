import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundledNode } from './bundled-node.mjs';
import { areDependenciesInstalled, installDependencies } from './dependencies.mjs';
import { isBuilt } from './freshness.mjs';
import { endWithParent, handOver, runQuietly } from './processes.mjs';
import { inProject, refuseUnwritableProject } from './project.mjs';
import { note, step, stopWith } from './progress.mjs';

const MAIN = inProject('dist/apps/standalone/src/main.js');
// A URL: on Windows no path would do.
const TRACE_SOURCES = pathToFileURL(inProject('dist/libs/platform/src/trace-sources.js')).href;
// Left to itself, V8 lets garbage pile up: an import takes twice the memory then, and is no faster.
// What pages and images were kept in goes back to the system at once: glibc would keep some hundred megabytes of it.
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '1000000' };
// A young generation that begins with 1 MB is collected so often that listing a server takes twice as long.
const FLAGS = [
  ...['--import', TRACE_SOURCES],
  '--min-semi-space-size=4',
  '--max-semi-space-size=4',
  '--heap-growing-percent=20',
];

endWithParent();
try {
  if (areDependenciesInstalled()) note('1/3 packages are up to date');
  else await step('1/3 installing packages', installDependencies);

  const node = await bundledNode();
  if (isBuilt() && existsSync(MAIN)) note('2/3 build is up to date');
  else await step('2/3 building', () => build(node));

  note('3/3 starting Octavo');
  await handOver(node, [...FLAGS, MAIN], ENVIRONMENT);
} catch (error) {
  stopWith(error);
}

function build(node) {
  refuseUnwritableProject();
  return runQuietly(node, [inProject('.scripts/build.mjs')]);
}
