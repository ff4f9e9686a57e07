// npm run kobo:check -- <base>: the conformance checks of libs/testing against any server that speaks to Kobos.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['--import', '@swc-node/register/esm-register', 'libs/testing/src/kobo-check/cli.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
