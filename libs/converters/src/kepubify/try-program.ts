import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { dirname } from 'node:path';
import { firstLine, troubleIn } from './last-words.js';
import type { KepubifyLimits } from './limits.js';
import { memoryFence, type Fence } from './memory-fence.js';
import { type Ending, runProgram } from './run-program.js';
import { toolMissing } from './tool-missing.js';

/** What a program is found to be when it is asked for its version. */
export interface Trial {
  /** '4.0.4'; other words than kepubify's own as they are, at most 60 characters. */
  version: string;
  /** What stands before the program for a conversion of so many milliseconds. */
  fence: (within: number) => Fence;
}

const LONGEST_VERSION = 60;
const TRIES = 5;
const NEXT_TRY_MS = 50;

/**
 * Runs the program once, so that one for another machine, or on a disk that forbids programs, is found out now and not
 * at the first book. Throws 'conversion.tool-missing'; once aborted, the signal's reason.
 */
export async function tryProgram(path: string, limits: KepubifyLimits, signal?: AbortSignal): Promise<Trial> {
  const ask = (fence: Fence = []) => {
    const [command = path, ...args] = [...fence, path, '--version'];
    return startable({ command, args, folder: tmpdir(), within: limits.trialMs }, signal);
  };
  const said = await ask();
  const trouble = troubleIn(said, [dirname(path)]);
  if (trouble) {
    const mend =
      'Is it made for this machine, and does its disk allow programs (noexec)? KEPUBIFY_PATH can name another.';
    throw toolMissing(`kepubify does not run here: it ${trouble}. ${mend}`);
  }
  const words = firstLine(said.out, LONGEST_VERSION);
  if (words === '') throw toolMissing('What KEPUBIFY_PATH names does not say which version of kepubify it is.');
  const version = /^kepubify v?(\d\S*)$/i.exec(words)?.[1] ?? words;
  const fence = await memoryFence(limits.memoryBytes);
  // Some containers forbid limits altogether.
  const fenced = troubleIn(await ask(fence(limits.trialMs))) === undefined;
  return { version, fence: fenced ? fence : () => [] };
}

/** A program just written may still be open in a process that was forked off meanwhile, for the blink of an eye. */
async function startable(launch: Parameters<typeof runProgram>[0], signal?: AbortSignal): Promise<Ending> {
  for (let tries = 1; ; tries += 1) {
    const ending = await runProgram(launch, signal);
    if (ending.notStarted !== 'ETXTBSY' || tries === TRIES) return ending;
    await pause(NEXT_TRY_MS * tries, undefined, { signal });
  }
}
