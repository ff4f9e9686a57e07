import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
import { endProcess, isRunning } from './process-table.js';
import { ServerOutput } from './server-output.js';
import { watchOver } from './watchdog.js';

const READY_WITHIN_MS = 5 * 60_000; // PostgreSQL may have a crash to recover from
const POLL_MS = 25;
const LAST_WORDS_WITHIN_MS = 500;

/** All that a server gets to see of an environment; ours holds what it need not know. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** Time for a server to write its files before it is killed. */
export const STOP_WITHIN_MS = 30_000;

/** How to start one server, and how to tell that it serves. */
export interface Launch {
  /** For people, as in "PostgreSQL ended at once: ...". */
  name: string;
  command: string;
  args: readonly string[];
  identity?: { uid?: number; gid?: number };
  cwd: string;
  /** The loopback port it is told to listen on. */
  port: number;
  /** On this signal the server closes its files and leaves, without waiting for its clients. */
  stopSignal: NodeJS.Signals;
  isReady: () => Promise<boolean>;
  /** Hears what the server says once it is ready; what it said before is told only if it fails to start. */
  log: (line: string) => void;
}

export interface RunningServer {
  pid: number;
  port: number;
  /** Resolves when the server is gone, whoever ended it. */
  ended: Promise<unknown>;
  stop: () => Promise<void>;
}

/**
 * Starts a server under a watchdog and waits until it is ready. Neither keeps this process alive.
 * Throws CannotStart, with the server's own words, when it ends early or is not ready within five minutes.
 */
export async function launch(options: Launch): Promise<RunningServer> {
  const { name, command, args, cwd, port, identity, stopSignal, log } = options;
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  // Detached: Ctrl-C must not reach the server before the app has let go of it.
  const child = spawn(command, args, { cwd, stdio, env: SERVER_ENVIRONMENT, detached: true, ...identity });
  const pid = await pidOf(child, name);
  const output = new ServerOutput(child);
  child.once('exit', watchOver(pid, stopSignal));
  const ended = once(child, 'exit');
  child.unref();
  const unexpected = (code: number | null, signal: string | null) => log(`${name} ended by itself (${signal ?? code})`);
  const stop = async () => {
    child.off('exit', unexpected);
    output.follow(() => undefined);
    child.ref(); // for as long as we wait for its end
    await endProcess(pid, stopSignal, STOP_WITHIN_MS);
    await ended;
  };
  await untilReady(child, options, output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  output.follow((line) => log(`${name}: ${line}`));
  child.once('exit', unexpected);
  return { pid, port, ended, stop };
}

async function pidOf(child: ChildProcess, name: string): Promise<number> {
  if (child.pid !== undefined) return child.pid;
  const [error] = (await once(child, 'error')) as [Error];
  throw new CannotStart(`${name} cannot be run: ${error.message}`);
}

async function untilReady(child: ChildProcess, { name, isReady }: Launch, output: ServerOutput): Promise<void> {
  const closed = once(child, 'close');
  for (const deadline = Date.now() + READY_WITHIN_MS; !(await isReady()); await pause(POLL_MS)) {
    if (!isRunning(child.pid ?? 0)) {
      await Promise.race([closed, pause(LAST_WORDS_WITHIN_MS)]); // its last words may still be in the pipe
      throw new CannotStart(`${name} ended at once: ${output.lastWords}`);
    }
    if (Date.now() > deadline) throw new CannotStart(`${name} was not ready within five minutes: ${output.lastWords}`);
  }
}
