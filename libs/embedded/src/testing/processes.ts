import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../process-table.js';

const PROGRAM = join(__dirname, 'start-and-stay.ts');

/** A process of ours that runs a server, and the server's address. */
export async function parentOf(
  kind: 'postgres' | 'redis',
  dir: string,
): Promise<{ parent: ChildProcess; url: string }> {
  const args = ['--import', '@swc-node/register/esm-register', PROGRAM, kind, dir];
  const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, url: line.toString().trim() };
}

export async function killAndWait(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL');
  await once(process, 'exit');
}

/** The processes whose command line holds `text`. */
export function processesWith(text: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return pids.filter((pid) => commandLine(pid)?.includes(text));
}

/** The watchdog's command line ends in the pid it watches over. */
export const watchdogsOf = (pid: number) => processesWith('octavo-watchdog').filter((shell) => endsIn(shell, pid));

const endsIn = (shell: number, pid: number) => commandLine(shell)?.trimEnd().endsWith(` ${pid}`) ?? false;

/** Resolves once the claim holds; fails after ten seconds. */
export async function eventually(claim: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !claim(); await pause(20)) {
    if (Date.now() > deadline) throw new Error(`This never came true: ${claim.toString()}`);
  }
}
