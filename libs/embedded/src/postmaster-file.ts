import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from './process-table.js';
import type { NotedServer } from './start-or-borrow.js';

const fileIn = (data: string) => join(data, 'postmaster.pid');

/** The server that PostgreSQL's own lock file in the cluster `data` tells of. */
export async function readPostmasterFile(data: string): Promise<NotedServer | undefined> {
  const text = await readFile(fileIn(data), 'utf8').catch(() => '');
  // Line 1 is the pid, line 4 the port (PostgreSQL, src/include/utils/pidfile.h); the file grows line by line.
  const [pid, , , port] = text.split('\n').map(Number);
  return pid && port ? { pid, port, knownBy: data } : undefined;
}

/** Removes the file when its pid is no server's any more: PostgreSQL takes any living process of ours for a server. */
export async function removeStalePostmasterFile(data: string): Promise<void> {
  const pid = parseInt(await readFile(fileIn(data), 'utf8').catch(() => ''), 10);
  if (!commandLine(pid)?.includes('postgres')) await rm(fileIn(data), { force: true });
}
