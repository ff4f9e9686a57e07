import { constants } from 'node:fs';
import { access } from 'node:fs/promises';

/** The program of util-linux that starts another one within limits, where Linux systems keep it. */
const PLACES = ['/usr/bin/prlimit', '/bin/prlimit'];

/** What stands before a program so that it can take only so much; empty where nothing can. */
export type Fence = readonly string[];

/**
 * A fence of so many bytes of address space, and of twice the time in seconds of processor, which also ends a program
 * whose worker was killed. Empty where the system has no program for it.
 */
export async function memoryFence(memoryBytes: number, places = PLACES): Promise<(within: number) => Fence> {
  for (const place of places) {
    const runs = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return (within) => [place, `--as=${memoryBytes}`, `--cpu=${Math.ceil(within / 500)}`, '--'];
  }
  return () => [];
}
