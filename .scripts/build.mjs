// npm run build: dist/apps/<app> and dist/libs from TypeScript, dist/apps/dashboard from Vite.
import { rmSync } from 'node:fs';
import { fingerprint, noteBuilt } from './freshness.mjs';
import { endWithParent, runQuietly } from './processes.mjs';
import { stopWith } from './progress.mjs';
import { inProject } from './project.mjs';

const node = process.execPath;
const tool = (path, ...args) => runQuietly(node, [inProject(path), ...args]);

endWithParent();
try {
  const builtFrom = fingerprint();
  // What is no longer a source must not live on in dist; without its build info the compiler writes everything anew.
  for (const old of ['.built', '.build.tsbuildinfo', 'apps', 'libs']) {
    rmSync(inProject(`dist/${old}`), { recursive: true, force: true });
  }
  await tool('.scripts/prisma-generate.mjs');
  await tool('node_modules/@nestjs/cli/bin/nest.js', 'build');
  await tool('node_modules/vite/bin/vite.js', 'build', inProject('apps/dashboard'));
  noteBuilt(builtFrom);
} catch (error) {
  stopWith(error);
}
