// npm run bench -- <name> [arguments]: runs libs|apps/*/bench/<name>.bench.ts on the Node the project brings.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const found = ['apps', 'libs'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.bench.ts'))
    .map((path) => [path.split('/').at(-1).replace('.bench.ts', ''), `${top}/${path}`]),
);
const [name, ...rest] = process.argv.slice(2);
const file = Object.fromEntries(found)[name];
if (!file) {
  console.error(`npm run bench -- <name>, where <name> is one of: ${found.map(([known]) => known).join(', ')}`);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['--import', '@swc-node/register/esm-register', file, ...rest], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
