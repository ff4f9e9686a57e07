import type { LadderEnd } from './ladder-end.js';

export interface KeptBefore {
  /** Titles of this library that are kept and not marked as gone. */
  present: number;
  /** Titles that the last complete walk met; undefined before there was one. */
  lastComplete?: number | undefined;
}

/**
 * Whether titles that a walk did not meet may be counted as absent from it. Twice in a row makes a title one that went.
 * A library that is suddenly empty, or less than half of what it was, is not believed.
 */
export function mayMarkAbsent(end: LadderEnd, { present, lastComplete = 0 }: KeptBefore): boolean {
  if (!end.mayConcludeAbsence || (end.seen === 0 && present > 0)) return false;
  return end.seen * 2 >= lastComplete;
}
