/** A sync that has ended. */
export interface EndOfSync {
  now: Date;
  /** How often the library is to be synced, in milliseconds. */
  periodMs: number;
  /** Syncs that failed, one after the other; 0 after a good one. */
  failures: number;
  /** As long the server wants to be left alone, if it says so. */
  retryAfterSec?: number;
  /** From 0 to 1: libraries that failed together shall not all come back together. */
  random: number;
}

const LONGEST_MS = 24 * 60 * 60_000;
/** By then every period is longer than a day; a number that grows on would leave the range of numbers. */
const MOST_DOUBLINGS = 30;

/**
 * When a library is synced next: after a period, a tenth more or less; after failures twice as long each time, a fifth
 * more or less. Never sooner than the server allows, and never later than in a day.
 */
export function nextSyncAfter({ now, periodMs, failures, retryAfterSec = 0, random }: EndOfSync): Date {
  const pause = failures === 0 ? periodMs : pauseAfterFailures(periodMs, failures);
  const spread = failures === 0 ? between(0.9, 1.1, random) : between(0.8, 1.2, random);
  const wait = Math.min(Math.max(pause * spread, retryAfterSec * 1000), LONGEST_MS);
  return new Date(now.getTime() + Math.round(wait));
}

function pauseAfterFailures(periodMs: number, failures: number): number {
  return Math.min(periodMs * 2 ** Math.min(failures - 1, MOST_DOUBLINGS), LONGEST_MS);
}

const between = (least: number, most: number, random: number) => least + (most - least) * random;
