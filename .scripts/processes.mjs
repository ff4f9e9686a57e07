import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Refusal } from './progress.mjs';
import { ROOT } from './project.mjs';

const PARENT_CHECK_MS = 250;
const PATIENCE_MS = 5 * 60_000;
const OUTPUT_KEPT = 200_000;

const running = new Set();

/**
 * Runs a command whose output matters only when it fails; then it is printed, and the run ends with its exit code.
 * `environment` adds to ours.
 */
export async function runQuietly(command, args, environment = {}) {
  let output = '';
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  const keep = (text) => (output = (output + text).slice(-OUTPUT_KEPT));
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const exitCode = await exitOf(child);
  if (exitCode === 0) return;
  process.stderr.write(`\n${output}\n`);
  throw Object.assign(new Refusal(`This failed: ${[command, ...args].join(' ')}`), { exitCode });
}

/** Runs a command of which only this matters: whether it succeeded, within some minutes. */
export async function succeeds(command, args, { cwd = ROOT, environment = {} } = {}) {
  const child = start(command, args, { cwd, stdio: 'ignore', env: { ...process.env, ...environment } });
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
  const exitCode = await exitOf(child).catch(() => 127); // there is no such command
  clearTimeout(timer);
  return exitCode === 0;
}

/** Runs a command that speaks for itself, and gives its exit code. */
export function runOpenly(command, args, environment = {}) {
  return exitOf(start(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } }));
}

/** Lets a command take our place: it has the terminal, hears our signals, and its exit code becomes ours. */
export async function handOver(command, args, environment = {}) {
  process.exit(await runOpenly(command, args, environment));
}

/**
 * Passes on each signal that we get to what we run. Started by npm, it also ends when our parent dies: npm passes a
 * SIGTERM to the shell between us only, and that dies without a word to us.
 */
export function endWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endAll(signal));
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    endAll('SIGTERM');
  }, PARENT_CHECK_MS).unref();
}

let ending;

/** Ends all that we run, and then us. */
export function endAll(signal) {
  ending ??= signal;
  for (const child of running) signalGroup(child, signal === 'SIGHUP' ? 'SIGTERM' : signal);
  if (running.size === 0) process.exit(codeOf(signal));
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    running.delete(child); // it has just ended
  }
}

function start(command, args, options) {
  // A group of its own: Ctrl-C reaches us alone, and the command gets each signal exactly once.
  const child = spawn(command, args, { cwd: ROOT, detached: true, ...options });
  if (child.pid === undefined) return child;
  running.add(child);
  child.once('exit', afterOurEnd('kill -s TERM -- "-$1" 2>/dev/null', String(child.pid)));
  return child;
}

/**
 * Leaves a shell behind that runs `script` when this process ends in any way, kill -9 included: it reads from us, and
 * notices when nobody writes any more. Gives a function that sends it away without its doing anything.
 */
export function afterOurEnd(script, ...args) {
  const whole = `trap '' INT TERM HUP; if read -r dismissed; then exit 0; fi; ${script}`;
  const shell = spawn('/bin/sh', ['-c', whole, 'octavo-watchdog', ...args], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.stdin.unref();
  shell.stdin.on('error', () => shell.stdin.destroy());
  return () => shell.stdin.end('dismissed\n');
}

function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Refusal(`${child.spawnfile} cannot be run: ${error.message}`)));
    child.once('exit', (code, signal) => {
      running.delete(child);
      if (!ending) resolve(code ?? codeOf(signal));
      else if (running.size === 0) process.exit(code ?? codeOf(ending));
    });
  });
}

const codeOf = (signal) => 128 + constants.signals[signal];
