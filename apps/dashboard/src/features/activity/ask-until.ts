import { ApiProblem } from '../../api.js';

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 3_000;

export type Wait = (milliseconds: number) => Promise<void>;

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * What `look` finds in the end: asked for again and again, more slowly each time, as long as it finds nothing yet or the
 * server does not answer. Throws what `look` throws otherwise, and what `signal` says once it is told to stop.
 */
export async function askUntil<Found>(
  look: () => Promise<Found | undefined>,
  signal: AbortSignal,
  wait = sleep,
): Promise<Found> {
  let pause = FIRST_PAUSE;
  for (;;) {
    const found = await unlessAway(look);
    if (found !== undefined) return found;
    await wait(pause);
    signal.throwIfAborted();
    pause = Math.min(pause * 1.5, LONGEST_PAUSE);
  }
}

async function unlessAway<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await look();
  } catch (error) {
    const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
    if (passing) return undefined;
    throw error;
  }
}
