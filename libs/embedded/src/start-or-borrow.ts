import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
import { claim, release } from './claim.js';
import { STOP_WITHIN_MS, type RunningServer } from './launch.js';
import { commandLine, endProcess } from './process-table.js';

const BORROW_WITHIN_MS = 60_000;
const POLL_MS = 50;

/** A server that the files in a folder tell of. It may be long gone, and its pid somebody else's. */
export interface NotedServer {
  pid: number;
  port: number;
  /** Part of our server's command line that no stranger's has. */
  knownBy: string;
}

/** What differs between one server and another. */
export interface ServerKind {
  name: string;
  stopSignal: NodeJS.Signals;
  /** The server noted in the folder, if any. */
  noted: () => Promise<NotedServer | undefined>;
  /** True once the noted server serves. */
  isReady: (noted: NotedServer) => Promise<boolean>;
  launch: () => Promise<RunningServer>;
}

export type UsableServer = Pick<RunningServer, 'port' | 'stop'>;

/**
 * Gives the server whose files lie in `folder`: our own, or that of another living process of ours, which `stop` then
 * leaves alone. A server left by a killed process is ended first: its watchdog may be about to do the same, and nobody
 * can tell. Throws CannotStart when another process holds the files for a minute without its server being ready.
 */
export async function startOrBorrow(folder: string, kind: ServerKind) {
  for (const deadline = Date.now() + BORROW_WITHIN_MS; Date.now() < deadline; await pause(POLL_MS)) {
    if (await claim(folder)) return { borrowed: false, server: await startOwn(folder, kind) };
    const noted = await kind.noted();
    if (noted && isAlive(noted) && (await kind.isReady(noted))) return { borrowed: true, server: borrow(noted) };
  }
  throw new CannotStart(`Another process uses the files in ${folder}, but its ${kind.name} does not answer`);
}

async function startOwn(folder: string, kind: ServerKind): Promise<UsableServer> {
  try {
    const noted = await kind.noted();
    if (noted && isAlive(noted)) await endProcess(noted.pid, kind.stopSignal, STOP_WITHIN_MS);
    const server = await kind.launch();
    const released = server.ended.then(() => release(folder)); // also when the server crashes: then it can be started anew
    const stop = async () => {
      await server.stop();
      await released;
    };
    return { port: server.port, stop };
  } catch (error) {
    await release(folder);
    throw error;
  }
}

const isAlive = ({ pid, knownBy }: NotedServer) => commandLine(pid)?.includes(knownBy) ?? false;

const borrow = ({ port }: NotedServer): UsableServer => ({ port, stop: () => Promise.resolve() });
