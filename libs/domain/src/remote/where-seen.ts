import { folderOf } from '../paths.js';

/**
 * What became of a folder in a run. `complete`: all of it was listed; `partial`: what was listed is there, and more may
 * be; `failed`: it could not be listed; `gone`: the server does not know it; `pruned`: not asked for, since nothing below
 * it has changed; `ignored`: left out on purpose; `skipped`: not asked for, since it lies too deep or in itself.
 */
export type FolderSeen = 'complete' | 'partial' | 'failed' | 'gone' | 'pruned' | 'ignored' | 'skipped';

/**
 * Whether files known in a folder that no listing named may be taken for gone: their folder was listed to its end; or it
 * is not there, and the nearest folder above that is was listed to its end. The base of the library is the empty path,
 * and is never taken for gone itself.
 *
 * `seen` must hold every folder that was listed or named in a listing, also those nobody looked into: a folder that it
 * does not hold counts as one that the folder above does not have.
 */
export function mayBeGone(folder: string, seen: ReadonlyMap<string, FolderSeen>): boolean {
  const outcome = seen.get(folder) ?? 'gone';
  if (outcome !== 'gone') return outcome === 'complete';
  return folder !== '' && mayBeGone(folderOf(folder), seen);
}
