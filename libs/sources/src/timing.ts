import { setTimeout as wait } from 'node:timers/promises';

/** Time as this library knows it; tests bring their own. */
export interface Timing {
  /** Milliseconds since 1970. */
  now(): number;
  /** Throws the signal's reason when it is aborted meanwhile. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export const REAL_TIME: Timing = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
  random: () => Math.random(),
};

/** Before the second, third and fourth attempt, in milliseconds; each is shortened by chance. */
const PAUSES = [500, 2000, 8000];

/**
 * How long to wait before another attempt, in milliseconds; undefined where there is none. As long as the server says, if
 * it says so.
 */
export function pauseAfter(attempt: number, timing: Timing, retryAfter?: number): number | undefined {
  const most = PAUSES[attempt - 1];
  if (most === undefined) return undefined;
  return retryAfter === undefined ? Math.round(most * timing.random()) : retryAfter * 1000;
}
