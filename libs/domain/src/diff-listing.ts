/** A file as a listing shows it. */
export interface ListedFile {
  path: string;
  size: bigint;
  mtimeNs: bigint;
  inode: string;
}

export interface KnownFile extends ListedFile {
  /** Marked as gone at an earlier look. */
  missing: boolean;
  /** Gone, or not to be opened, at the last look: worth another one although nothing about it changed. */
  doubtful: boolean;
}

export interface ListingDiff {
  /** Paths that are new. */
  added: string[];
  /** Paths whose file is another one than at the last look, or came back. */
  changed: string[];
  /** Paths that are gone for certain: their folder was read and they were not in it. */
  removed: string[];
  /** How many are as they were. */
  unchanged: number;
}

/**
 * Compares what is known with what a listing shows. Size, time of change or inode tell a changed file; permissions do
 * not. What lies below an unreadable folder is neither there nor gone: nothing is concluded about it.
 */
export function diffListing(
  known: Iterable<KnownFile>,
  listed: Iterable<ListedFile>,
  unreadable: readonly string[],
): ListingDiff {
  const diff: ListingDiff = { added: [], changed: [], removed: [], unchanged: 0 };
  const before = new Map([...known].map((file) => [file.path, file]));
  for (const file of listed) {
    const was = before.get(file.path);
    before.delete(file.path);
    if (!was) diff.added.push(file.path);
    else if (was.doubtful || !isSameFile(was, file)) diff.changed.push(file.path);
    else diff.unchanged += 1;
  }
  const hidden = (path: string) => unreadable.some((blocked) => path === blocked || path.startsWith(`${blocked}/`));
  for (const file of before.values()) {
    if (!file.missing && !hidden(file.path)) diff.removed.push(file.path);
  }
  return diff;
}

/** True when nothing about two looks at a path says that it is another file. */
export function isSameFile(a: Omit<ListedFile, 'path'>, b: Omit<ListedFile, 'path'>): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.inode === b.inode;
}
