import { folderOf, foldersAbove, nameOf } from '../paths.js';

interface Relocation {
  from: string;
  to: string;
}

/** Of a hundred files that went from a folder and the folders below, so many must have come to one place. */
const MOST_OF_IT_PERCENT = 80;

/**
 * Where folders went, by the moves that are known: of all paths that are gone from a folder, those below included, four
 * fifths went to one other folder. A file that went from "a/x" to "b/x" went from "a" to "b" too. New path by old one.
 */
export function renamedFolders(gone: readonly string[], moves: readonly Relocation[]): Map<string, string> {
  const totals = countBelow(gone);
  const renamed = new Map<string, string>();
  for (const [from, targets] of countTargets(moves))
    for (const [to, count] of targets)
      if (count * 100 >= (totals.get(from) ?? 0) * MOST_OF_IT_PERCENT) renamed.set(from, to);
  return renamed;
}

/** Where a path would be now, by each renamed folder it lies in, the nearest first. */
export function placesNow(path: string, renamed: ReadonlyMap<string, string>): string[] {
  return foldersAbove(path).flatMap((folder) => {
    const target = renamed.get(folder);
    if (target === undefined) return [];
    const rest = path.slice(folder === '' ? 0 : folder.length + 1);
    return [target === '' ? rest : `${target}/${rest}`];
  });
}

/** How many of the paths lie below each folder, however deep. Each folder is climbed once, not each file. */
function countBelow(paths: readonly string[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [folder, count] of countBy(paths, folderOf)) {
    add(totals, folder, count);
    for (const above of foldersAbove(folder)) add(totals, above, count);
  }
  return totals;
}

function countTargets(moves: readonly Relocation[]): Map<string, Map<string, number>> {
  const direct = new Map<string, Map<string, number>>();
  for (const { from, to } of moves) add(entryOf(direct, folderOf(from)), folderOf(to), 1);
  const targets = new Map<string, Map<string, number>>();
  for (const [from, counts] of direct)
    for (const [to, count] of counts)
      for (const pair of renamesUpward({ from, to })) add(entryOf(targets, pair.from), pair.to, count);
  return targets;
}

/** "a/x" that became "b/x" is "a" that became "b" too. */
function renamesUpward({ from, to }: Relocation): Relocation[] {
  if (from === to) return [];
  const goesOn = from !== '' && to !== '' && nameOf(from) === nameOf(to);
  return [{ from, to }, ...(goesOn ? renamesUpward({ from: folderOf(from), to: folderOf(to) }) : [])];
}

function countBy(items: readonly string[], keyOf: (item: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) add(counts, keyOf(item), 1);
  return counts;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function entryOf(maps: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const found = maps.get(key);
  if (found) return found;
  const made = new Map<string, number>();
  maps.set(key, made);
  return made;
}
