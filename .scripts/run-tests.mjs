import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledNode } from './bundled-node.mjs';
import { provideChromium } from './chromium.mjs';
import { provideDavServers } from './dav-servers.mjs';
import { areDependenciesInstalled, installDependencies } from './dependencies.mjs';
import { isBuilt } from './freshness.mjs';
import { afterOurEnd, endWithParent, handOver, runOpenly, runQuietly } from './processes.mjs';
import { inProject } from './project.mjs';
import { note, step, stopWith } from './progress.mjs';
import { findRedis, provideRedis } from './redis.mjs';

// Servers that are still stopping may write once more, hence the repetition.
const REMOVE = 'for i in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$1" && exit 0; sleep 0.5; done';

const args = process.argv.slice(2);
const isWholeRun = args.length === 0;
const needsBuild = isWholeRun || args.some((arg) => /apps|e2e|end to end/.test(arg));

endWithParent();
try {
  if (!areDependenciesInstalled()) await step('installing packages', installDependencies);
  const node = await bundledNode();
  await runQuietly(node, [inProject('.scripts/prisma-generate.mjs')]);
  if (isWholeRun) {
    await provideCompanions();
    await check(node);
  }
  if (needsBuild && !isBuilt()) await step('building', () => runQuietly(node, [inProject('.scripts/build.mjs')]));
  await runJest(node);
} catch (error) {
  stopWith(error);
}

/** What a few tests need besides npm's packages; without it they are skipped, and one line says so. */
async function provideCompanions() {
  if (!findRedis()) await step('looking for a Redis server', provideRedis);
  if (!findRedis()) note('No Redis here: its tests are skipped (as root: apt-get install redis-tools)');
  if (!(await provideChromium())) note('No browser here: its test is skipped (as root: apt-get install chromium)');
  const lacking = (await provideDavServers()).join(' ');
  if (lacking) note(`Not every WebDAV server is here: some tests are skipped (as root: apt-get install ${lacking})`);
}

async function check(node) {
  const exitCode = await runOpenly(node, [inProject('.scripts/check.mjs')]);
  if (exitCode !== 0) process.exit(exitCode);
}

/** Everything the tests leave lying about goes with one folder, however they end. */
async function runJest(node) {
  const temporary = mkdtempSync(join(tmpdir(), 'octavo-tests-'));
  chmodSync(temporary, 0o755); // servers that run as another user must get in
  afterOurEnd(REMOVE, temporary);
  const jest = ['node_modules/jest/bin/jest.js', '-c', '.config/jest.config.mjs'];
  // Jest would keep what it has compiled in the temporary folder.
  const cache = `--cacheDirectory=${inProject('node_modules/.cache/jest')}`;
  await handOver(node, [...jest, cache, ...args], { TMPDIR: temporary });
}
