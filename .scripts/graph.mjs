// npm run graph: the arrows between apps and libraries, as a Mermaid picture for README.md.
import { execFileSync } from 'node:child_process';

const FOLDER = /^(apps|libs)\/([^/]+)\//;
const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
const { modules } = JSON.parse(
  execFileSync('node_modules/.bin/depcruise', options, { encoding: 'utf8', maxBuffer: 1 << 28 }),
);

const isTest = (path) => /\.(spec|int-spec|e2e-spec)\.ts$|\/testing\/|\/test\/|\/bench\//.test(path);
const arrows = new Set();
for (const { source, dependencies } of modules) {
  const from = FOLDER.exec(source);
  if (!from || isTest(source)) continue;
  for (const { resolved } of dependencies) {
    const to = FOLDER.exec(resolved);
    if (to && to[0] !== from[0] && !isTest(resolved))
      arrows.add(`  ${from[1]}_${from[2]}[${from[2]}] --> ${to[1]}_${to[2]}[${to[2]}]`);
  }
}
console.log(['graph TD', ...[...arrows].sort()].join('\n'));
