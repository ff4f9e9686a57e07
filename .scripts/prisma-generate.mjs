// Writes the Prisma client. `generate` never runs the schema engine, yet the CLI downloads one unless it is told
// where a file for it lies; naming any existing file (Node itself) keeps this step off the network.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const CONFIG = 'prisma/prisma.config.ts';

function findCli() {
  try {
    return createRequire(import.meta.url).resolve('prisma/build/index.js');
  } catch {
    return undefined; // npm ci --omit=dev, or only the lock file is being written
  }
}

const cli = findCli();
if (!cli || !existsSync(CONFIG)) process.exit(0);

const generated = spawnSync(process.execPath, [cli, 'generate', '--no-hints', '--config', CONFIG], {
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (generated.status !== 0) process.stderr.write(`${generated.stdout}${generated.stderr}`);
process.exit(generated.status ?? 1);
