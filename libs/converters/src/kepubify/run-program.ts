import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { FirstAndLast } from './first-and-last.js';
import { errnoOf } from './tool-missing.js';

/** A program, its arguments, and all it gets to know of the world. */
export interface Launch {
  command: string;
  args: readonly string[];
  /** Where it runs; the only folder it is told of, and where it may put temporary files. */
  folder: string;
  /** Milliseconds, after which it is killed. */
  within: number;
}

/** How a program came to its end. */
export interface Ending {
  code: number | null;
  /** The signal that killed it. */
  signal: string | null;
  /** It was killed because its time was up. */
  outOfTime: boolean;
  /** The system's word for why it did not start at all, as in ENOENT. */
  notStarted?: string;
  /** What it said, at most 8 KiB of each. */
  out: string;
  err: string;
}

const EACH_END_BYTES = 4096;
const LAST_WORDS_WITHIN_MS = 1_000;
const UNKNOWN_REASON = 'an unknown reason';
const NOTHING_SAID: Ending = { code: null, signal: null, outOfTime: false, out: '', err: '' };

/**
 * Runs a program, without a shell and without our environment, to its end, and ends whatever it leaves running in its
 * process group. Once aborted, kills the group and throws the signal's reason.
 */
export async function runProgram(launch: Launch, signal?: AbortSignal): Promise<Ending> {
  signal?.throwIfAborted();
  const child = start(launch);
  if (typeof child === 'string') return { ...NOTHING_SAID, notStarted: child };
  const [out, err] = [new FirstAndLast(EACH_END_BYTES), new FirstAndLast(EACH_END_BYTES)];
  child.stdout?.on('data', (chunk: Buffer) => out.add(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.add(chunk));
  const { ending, outOfTime } = await endOf(child, launch.within, signal);
  signal?.throwIfAborted();
  return { ...NOTHING_SAID, ...ending, outOfTime, out: out.toString(), err: err.toString() };
}

/** Some reasons not to start are thrown, others come as an event; the former are told here. */
function start({ command, args, folder }: Launch): ChildProcess | string {
  const env = { GOMAXPROCS: '2', GOTRACEBACK: 'none', LC_ALL: 'C.UTF-8', TMPDIR: folder };
  try {
    // Detached: it leads a group of its own, which can be killed with all that it has started.
    return spawn(command, args, {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    return errnoOf(error) ?? UNKNOWN_REASON;
  }
}

async function endOf(child: ChildProcess, within: number, signal?: AbortSignal) {
  let outOfTime = false;
  const kill = () => killGroup(child);
  const timer = setTimeout(() => {
    outOfTime = true;
    kill();
  }, within);
  signal?.addEventListener('abort', kill, { once: true });
  const closed = once(child, 'close').catch(() => undefined);
  try {
    const [code, by] = (await once(child, 'exit')) as [number | null, string | null];
    return { ending: { code, signal: by }, outOfTime };
  } catch (error) {
    return { ending: { notStarted: errnoOf(error) ?? UNKNOWN_REASON }, outOfTime };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
    kill(); // whatever it has started and left behind, which would also keep its output open
    await Promise.race([closed, pause(LAST_WORDS_WITHIN_MS, undefined, { ref: false })]);
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

/** Gives whether there was anything to kill. */
function killGroup(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.platform === 'win32' ? child.kill('SIGKILL') : process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: nobody is left. EPERM is what macOS says of a group of which only the dead are left.
    if (['ESRCH', 'EPERM'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}
