import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;
const AFTER_KILL_MS = 5_000;

/**
 * The command line of a living process, its arguments joined by spaces; undefined when there is no such process.
 * A zombie counts as gone: in a container without an init nobody ever reaps it, and it still answers `kill -0`.
 */
export function commandLine(pid: number): string | undefined {
  if (process.platform !== 'linux') return quietly(() => execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)]));
  const status = quietly(() => readFileSync(`/proc/${pid}/stat`));
  // The state letter follows the command name, which is in parentheses and may itself hold any character.
  if (status === undefined || /^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2))) return undefined;
  return quietly(() => readFileSync(`/proc/${pid}/cmdline`))?.replaceAll('\0', ' ');
}

/** True while the process exists and is not a zombie. */
export const isRunning = (pid: number): boolean => commandLine(pid) !== undefined;

/** Asks the process to end with `signal`, waits, and kills it when `patienceMs` have passed. */
export async function endProcess(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<void> {
  send(pid, signal);
  if (await hasEnded(pid, patienceMs)) return;
  send(pid, 'SIGKILL');
  await hasEnded(pid, AFTER_KILL_MS);
}

async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; isRunning(pid); await pause(POLL_MS)) {
    if (Date.now() > deadline) return false;
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  quietly(() => String(process.kill(pid, signal)));
}

/** The process may vanish between any two looks at it; that is an answer here, not a fault. */
function quietly(look: () => Buffer | string): string | undefined {
  try {
    return look().toString();
  } catch {
    return undefined;
  }
}
