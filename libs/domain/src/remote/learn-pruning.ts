import { foldersAbove } from '../paths.js';

/** What is known of whether a server's folders tell of changes anywhere below them. */
export interface PruningState {
  /** Full walks since the last violation in which folders could be compared. */
  walks: number;
  /** Changes since then that every folder above told of. */
  changesSeen: number;
  /** When a folder last kept a change to itself. */
  violationAt: Date | null;
  lastFullWalkAt: Date | null;
}

/** A walk through all folders of a library. */
export interface FullWalk {
  at: Date;
  /** `etagChanged` is null where the etag was not known before, or is not now. The base has the empty path. */
  folders: readonly { path: string; etagChanged: boolean | null }[];
  /** Files that were added, changed or removed since the last full walk. */
  changedPaths: readonly string[];
}

const DAY_MS = 24 * 60 * 60_000;
const ENOUGH_WALKS = 3;
const VIOLATION_COUNTS_MS = 30 * DAY_MS;
/** Even servers that pass changes on miss those on storage that others write to. */
const FULL_WALK_COUNTS_MS = DAY_MS;

export const NOTHING_LEARNED: PruningState = { walks: 0, changesSeen: 0, violationAt: null, lastFullWalkAt: null };

/**
 * What is known after one more full walk. Most servers give a folder another etag when something is put into it or taken
 * out, and keep it when a file in it is written to or something happens further down; only some pass every change on, up
 * to the base. So a change counts as told of only where all the folders above it, two at least, have another etag; what
 * was put into the base itself, or into a new folder, proves nothing. One folder above a change that kept its etag is a
 * violation, and all begins anew.
 */
export function learnPruning(state: PruningState, { at, folders, changedPaths }: FullWalk): PruningState {
  const changed = new Map(folders.map(({ path, etagChanged }) => [path, etagChanged]));
  let changesSeen = 0;
  for (const path of changedPaths) {
    const told = foldersAbove(path).map((folder) => changed.get(folder) ?? null);
    if (told.includes(false)) return { walks: 0, changesSeen: 0, violationAt: at, lastFullWalkAt: at };
    if (told.length > 1 && told.every((one) => one === true)) changesSeen += 1;
  }
  const compared = folders.some(({ etagChanged }) => etagChanged !== null);
  return {
    walks: state.walks + (compared ? 1 : 0),
    changesSeen: state.changesSeen + changesSeen,
    violationAt: state.violationAt,
    lastFullWalkAt: at,
  };
}

/**
 * Whether folders whose etag is the same as before need not be looked into: three full walks without a violation, a
 * change in them that was told of, no violation for 30 days, and a full walk within the last day.
 */
export function mayPrune({ walks, changesSeen, violationAt, lastFullWalkAt }: PruningState, now: Date): boolean {
  const isEarned = walks >= ENOUGH_WALKS && changesSeen > 0;
  const isForgiven = violationAt === null || now.getTime() - violationAt.getTime() >= VIOLATION_COUNTS_MS;
  const isFresh = lastFullWalkAt !== null && now.getTime() - lastFullWalkAt.getTime() < FULL_WALK_COUNTS_MS;
  return isEarned && isForgiven && isFresh;
}
