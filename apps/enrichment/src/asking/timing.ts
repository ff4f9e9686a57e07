import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

/** The clock and the dice of whoever asks; a test has its own. */
@Injectable()
export class Timing {
  now(): Date {
    return new Date();
  }

  /** From 0 to 1. */
  random(): number {
    return Math.random();
  }

  /** Throws the signal's reason once it is aborted. */
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await setTimeout(ms, undefined, { signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw error;
    });
  }
}
