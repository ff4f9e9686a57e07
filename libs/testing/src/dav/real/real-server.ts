import { freePort, launch } from '@octavo/embedded';
import { answers } from './answers.js';
import { openFolder } from './served-folder.js';

/** What is settled before a server starts. */
export interface Place {
  /** A folder of its own, for all that it writes. */
  dir: string;
  /** On the loopback address. */
  port: number;
}

/** A server that is not ours, until it is closed. */
export interface RealServer extends Place {
  origin: string;
  /** Of the folder it shows, with a slash at its end. */
  url: string;
  pid: number;
  /** All that it wrote goes too. */
  close: () => Promise<void>;
}

interface Program {
  name: string;
  command: string;
  /** Where on the server the folder lies, with slashes at both ends. */
  path: string;
}

/**
 * Starts a server and waits until it answers; it ends with this process, however that ends. `prepare` gives the arguments
 * it is started with. Throws with the server's own words when it does not start.
 */
export async function startReal(
  { name, command, path }: Program,
  prepare: (place: Place) => string[] | Promise<string[]>,
): Promise<RealServer> {
  const { path: dir, remove } = await openFolder(name);
  try {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const { pid, stop } = await launch({
      name,
      command,
      args: await prepare({ dir, port }),
      cwd: dir,
      port,
      stopSignal: 'SIGTERM',
      isReady: () => answers(origin),
      log: () => undefined,
    });
    return { origin, url: `${origin}${path}`, pid, dir, port, close: () => stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
