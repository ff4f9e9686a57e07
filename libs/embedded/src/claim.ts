import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from './process-table.js';

const claimIn = (folder: string) => join(folder, 'owner');

/**
 * Claims the server files in `folder` for this process: one process starts and stops the server, others only use it.
 * False while another living process holds the claim; that of a dead one is worth nothing.
 */
export async function claim(folder: string): Promise<boolean> {
  if (await isHeld(folder)) return false;
  await release(folder);
  const draft = `${claimIn(folder)}.${process.pid}`;
  await writeFile(draft, describe(process.pid));
  // Unlike a write or a rename, a link fails when another process has put its claim there meanwhile.
  const won = await link(draft, claimIn(folder)).then(
    () => true,
    () => false,
  );
  await rm(draft, { force: true });
  return won;
}

/** Gives the claim up, after the server has stopped. */
export async function release(folder: string): Promise<void> {
  await rm(claimIn(folder), { force: true });
}

async function isHeld(folder: string): Promise<boolean> {
  const noted = await readFile(claimIn(folder), 'utf8').catch(() => '');
  const pid = parseInt(noted, 10);
  return pid > 0 && noted === describe(pid);
}

/** With the command line, since after a restart of the machine or a container the same pid is somebody else's. */
const describe = (pid: number) => `${pid} ${commandLine(pid) ?? ''}`;
