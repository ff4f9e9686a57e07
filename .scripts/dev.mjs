// npm run dev: Octavo from its sources, started anew at every change, and the dashboard at Vite's own address.
import { areDependenciesInstalled, installDependencies } from './dependencies.mjs';
import { bundledNode } from './bundled-node.mjs';
import { endAll, endWithParent, runOpenly, runQuietly } from './processes.mjs';
import { inProject } from './project.mjs';
import { step, stopWith } from './progress.mjs';

const SERVER = ['--watch', '--enable-source-maps', '--import', '@swc-node/register/esm-register'];

endWithParent();
try {
  if (!areDependenciesInstalled()) await step('installing packages', installDependencies);
  const node = await bundledNode();
  await runQuietly(node, [inProject('.scripts/prisma-generate.mjs')]);
  await Promise.race([
    runOpenly(node, [...SERVER, inProject('apps/standalone/src/main.ts')]),
    runOpenly(node, [
      inProject('node_modules/vite/bin/vite.js'),
      inProject('apps/dashboard'),
      '--clearScreen',
      'false',
    ]),
  ]);
  endAll('SIGTERM'); // one of them has ended; alone the other is of no use
} catch (error) {
  stopWith(error);
}
