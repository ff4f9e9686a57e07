import type { DavEntry, Folder } from './entries.js';

/** A name that comes so often in a row is a folder that holds itself. */
const MOST_EQUAL_IN_A_ROW = 8;

/** A folder that was listed, as one to list. */
export function folderOf({ key, path, fileId }: DavEntry, parent: Folder): Folder {
  return { key, path, ...(fileId !== undefined && { ids: [...(parent.ids ?? []), fileId] }) };
}

/** Whether a folder lies in itself: a server that follows links would list it without end. */
export function isRecursion({ key, ids = [] }: Folder): boolean {
  const own = ids.at(-1);
  return (
    (own !== undefined && ids.indexOf(own) < ids.length - 1) || mostEqualInARow(key.split('/')) >= MOST_EQUAL_IN_A_ROW
  );
}

/** The folder a folder lies in. */
export function parentOf({ key, path, ids }: Folder): Folder {
  return { key: above(key), path: above(path), ...(ids && { ids: ids.slice(0, -1) }) };
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function mostEqualInARow(names: readonly string[]): number {
  let [most, row] = [0, 0];
  names.forEach((name, at) => {
    row = at > 0 && names[at - 1] === name ? row + 1 : 1;
    most = Math.max(most, row);
  });
  return most;
}
