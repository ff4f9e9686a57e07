import { folderOf, foldersAbove } from '@octavo/domain';
import type { Folder } from '@octavo/sources';

/** A folder as it was listed: how many things are in it. */
export interface ListedFolder extends Folder {
  count: number;
}

const MOST_ENTRIES = 1_500;

/**
 * A folder to prove on whether a server lists whole trees: with folders in it that hold something, and not too much
 * altogether. The one with the least; undefined where there is none.
 */
export function proofFolder(folders: readonly ListedFolder[]): Folder | undefined {
  const totals = new Map<string, number>();
  for (const { key, count } of folders) {
    for (const above of key === '' ? [''] : [key, ...foldersAbove(key)]) {
      totals.set(above, (totals.get(above) ?? 0) + count);
    }
  }
  const filled = new Set(folders.filter(({ key, count }) => key !== '' && count > 0).map(({ key }) => folderOf(key)));
  const fit = folders.filter(({ key }) => filled.has(key) && totals.get(key)! <= MOST_ENTRIES);
  const [least] = fit.sort((a, b) => totals.get(a.key)! - totals.get(b.key)! || (a.key < b.key ? -1 : 1));
  return least && { key: least.key, path: least.path };
}
