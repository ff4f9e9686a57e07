// npm run check: what a machine can say about the code in seconds. Every part runs, so that one round shows all faults.
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';

const bin = (name) => `node_modules/.bin/${name}`;

const PARTS = [
  ['lint', bin('eslint'), ['-c', '.config/eslint.config.mjs', '--cache', '--cache-location', 'dist/.eslint', '.']],
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the dashboard', bin('tsc'), ['-p', 'apps/dashboard/tsconfig.json']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '--cache-location', 'dist/.prettier', '.']],
  ['arrows', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'prisma']],
  ['names', process.execPath, ['.scripts/check-names.mjs']],
  ['lock file', process.execPath, ['.scripts/check-lock.mjs']],
];

function run([name, command, args]) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ name, ok: false, output: error.message, seconds: 0 }));
    child.on('close', (code) => resolve({ name, ok: code === 0, output, seconds: (Date.now() - started) / 1000 }));
  });
}

const waiting = [...PARTS];
let failed = 0;
async function work() {
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    const { name, ok, output, seconds } = await run(part);
    console.log(`${ok ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) {
      failed += 1;
      console.log(output.trimEnd());
    }
  }
}
await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, work));
process.exit(failed === 0 ? 0 : 1);
