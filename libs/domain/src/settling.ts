/** What tells that a file is being written: its size and time of change. */
export interface FileState {
  size: bigint;
  /** Nanoseconds since 1970. */
  mtimeNs: bigint;
}

/** A state, and since when a file was seen to be in it. */
export interface KnownState extends FileState {
  sameSince: Date;
}

/** A broken file younger than this may be a copy that pauses, and is not taken for broken yet. */
const MAY_STILL_GROW_MS = 45_000;

/**
 * How long, in milliseconds, a file must still be left alone before it can be believed to be whole; 0: now. Either its
 * last change is `quietMs` ago by `now` (milliseconds since 1970), or it was the same at two looks so far apart. The
 * second rule is for clocks that disagree: a time of change in the future tells nothing.
 */
export function restNeeded(now: number, file: FileState, before: KnownState | undefined, quietMs: number): number {
  const age = ageOf(now, file);
  if (age >= quietMs) return 0;
  const same = before?.size === file.size && before.mtimeNs === file.mtimeNs;
  const seen = same ? now - before.sameSince.getTime() : 0;
  if (same && seen >= quietMs) return 0;
  return age < 0 ? quietMs - seen : Math.min(quietMs - age, quietMs - seen);
}

/**
 * A file that cannot be read may be one that is still being copied by somebody who pauses: how long to wait before
 * another try, in milliseconds; 0 when it is old enough to be what it seems.
 */
export function patienceWith(now: number, file: FileState, quietMs: number): number {
  const age = ageOf(now, file);
  if (age < 0 || age >= MAY_STILL_GROW_MS) return 0;
  return Math.min(Math.max(age, quietMs), MAY_STILL_GROW_MS - age);
}

const ageOf = (now: number, { mtimeNs }: FileState) => now - Number(mtimeNs / 1_000_000n);
