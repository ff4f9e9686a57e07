/** What a look at a library's folder says about files that are gone. All are numbers of files. */
export interface Removal {
  /** Known and there until now. */
  present: number;
  /** Of these gone, by a listing that can be trusted for them. */
  gone: number;
  /** Marked as gone within the last minutes: a folder is emptied in many small steps. */
  goneRecently: number;
  /** As many may be gone: somebody said so. */
  confirmed: number | null;
}

const SMALL_LIBRARY = 100;
const FEW = 5;
const SOME = 25;

/**
 * Why so many files may not be taken for gone without asking, in one sentence; undefined when they may. A disk that is
 * not mounted, a share that answers with nothing and a slip of the hand all look like a removal.
 */
export function whyHold({ present, gone, goneRecently, confirmed }: Removal): string | undefined {
  if (gone === 0 || (confirmed !== null && gone <= confirmed)) return undefined;
  if (gone === present) {
    return present === 1
      ? 'The only file of this folder is gone. Is the folder the right one, and mounted?'
      : `All ${present} files of this folder are gone. Is the folder the right one, and mounted?`;
  }
  return isMassRemoval({ present, gone, goneRecently })
    ? `${gone} of ${present} files are gone. Was that meant?`
    : undefined;
}

/**
 * Whether so many files of a library are gone that somebody should look first: more than a fifth and than 25; of fewer
 * than a hundred more than half, and five at least.
 */
export function isMassRemoval({ present, gone, goneRecently }: Omit<Removal, 'confirmed'>): boolean {
  const before = present + goneRecently;
  const all = gone + goneRecently;
  return before < SMALL_LIBRARY ? all >= FEW && all > before / 2 : all > Math.max(SOME, before / 5);
}
