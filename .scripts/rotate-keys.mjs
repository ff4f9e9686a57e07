// npm run keys:rotate: encrypts the secrets of others with a new key, whether Octavo runs or not.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['--import', '@swc-node/register/esm-register', 'apps/standalone/src/rotate-keys.ts'],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
