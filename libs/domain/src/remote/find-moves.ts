import { moveRules, withLowerExtension, type MoveRule } from './move-rules.js';
import { pairsOf, type Unmatched } from './pairs.js';
import type { RemoteItem } from './remote-item.js';
import { placesNow, renamedFolders } from './renamed-folders.js';

/** A file that is known at one path and lies at another now. */
export interface Move {
  from: string;
  to: string;
  /**
   * What it was known by. `id`: the server's number; `content`: its bytes; `etag`: one that no other file has; `moved`:
   * name, size and time; `renamed`: folder, size and time; `respelled`: only case or Unicode form of the path differ;
   * `folder`: its folder was renamed, by what became of the others in it.
   */
  because: MoveRule['because'] | 'folder';
  /** It may be wrong, and is to be kept so that it can be taken back. */
  probable: boolean;
}

/**
 * Which of the files that are `gone` from where they were are the same as files that nobody knew (`fresh`). The surest
 * sign is tried first, each only where it is unique among all that are left on both sides: libraries that were copied in
 * bulk have many files of one time, and copies of a file are alike in everything. No file is in two moves, and none has
 * another size than before. `etagPerFile`: the server's etags have something in them that only one file has, an inode or
 * the like; most are made of size and time. The order of the input makes no difference; moves come in the order of `from`.
 *
 * Takes as long as there are files, not pairs of them; paths are unique on each side.
 */
export function findMoves(
  gone: readonly RemoteItem[],
  fresh: readonly RemoteItem[],
  how: { etagPerFile: boolean },
): Move[] {
  let left: Unmatched = { gone, fresh };
  let moves: Move[] = [];
  const note = (pairs: ReturnType<typeof pairsOf>, because: Move['because']) => {
    const found = pairs.map(({ from, to }) => ({
      ...{ from: from.path, to: to.path },
      ...{ because, probable: because === 'renamed' },
    }));
    moves = moves.concat(found);
    left = without(left, found);
  };
  for (const { because, keyOf } of moveRules(how)) note(pairsOf(left, keyOf), because);
  note(pairsInFolders(gone, left, moves), 'folder');
  return moves.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** What is left of folders that were renamed, in the same place below the new name. */
function pairsInFolders(gone: readonly RemoteItem[], left: Unmatched, moves: readonly Move[]) {
  if (left.gone.length === 0 || left.fresh.length === 0) return [];
  const renamed = renamedFolders(
    gone.map(({ path }) => path),
    moves,
  );
  const placeOf = ({ path }: RemoteItem) => withLowerExtension(path);
  const places = new Set(left.fresh.map(placeOf));
  const placeNow = ({ path }: RemoteItem) =>
    placesNow(withLowerExtension(path), renamed).find((place) => places.has(place)) ?? null;
  return pairsOf(left, placeNow, placeOf);
}

function without({ gone, fresh }: Unmatched, moves: readonly Move[]): Unmatched {
  if (moves.length === 0) return { gone, fresh };
  const from = new Set(moves.map((move) => move.from));
  const to = new Set(moves.map((move) => move.to));
  return { gone: gone.filter(({ path }) => !from.has(path)), fresh: fresh.filter(({ path }) => !to.has(path)) };
}
