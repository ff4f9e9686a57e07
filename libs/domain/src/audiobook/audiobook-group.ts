import { isDisc } from '../file-names/shelf-names.js';
import { formatOfName } from '../format-of-name.js';
import { foldText } from '../search-text.js';
import { partName } from './part-name.js';

/**
 * The folder below the library whose audio files may be one book with this one: the deepest that is no mere disc or
 * part ("CD1", "Disc 2", "Part 1", "Emma CD1" in "Emma"). Undefined for a file that is a book of its own whatever lies
 * beside it: one in the library's own folder, and an M4B whose name does not number it as a part, since people keep
 * whole books as M4B side by side in a folder of their author or series.
 *
 * It is asked of each file without its siblings, so it only says which files to compare: `sameAudiobook` decides. What
 * it calls undefined is never merged, which errs towards too many books and never towards two in one.
 */
export function audiobookGroup(path: string): string | undefined {
  const folders = path.split('/').filter((part) => part !== '');
  folders.pop();
  const book = withoutDiscs(folders);
  if (book.length === 0) return undefined;
  const isInDisc = book.length < folders.length;
  return isInDisc || !isWholeBook(path) ? book.join('/') : undefined;
}

/** The number of the innermost disc folder a file lies in: "Emma/CD2/01.mp3" -> 2. */
export function discOfPath(path: string): number | undefined {
  const folders = path.split('/').slice(0, -1);
  const [folder = '', above = ''] = [folders.at(-1), folders.at(-2)];
  if (above === '' || !isDiscIn(folder, above)) return undefined;
  return Number(/(\d+)(?: of \d+)?$/.exec(folder)?.[1]);
}

/** A disc right below the library is the only name its book has. */
function withoutDiscs(folders: readonly string[]): readonly string[] {
  const [folder, above] = [folders.at(-1), folders.at(-2)];
  return folder !== undefined && above !== undefined && isDiscIn(folder, above)
    ? withoutDiscs(folders.slice(0, -1))
    : folders;
}

function isDiscIn(folder: string, above: string): boolean {
  if (isDisc(folder)) return true;
  const [name, parent] = [foldText(folder), foldText(above)];
  return name.startsWith(parent) && isDisc(name.slice(parent.length).replace(/^[\s_,.-]+/, ''));
}

/** A number in front is the place in a series as often as a part ("01 - The Final Empire.m4b"), so it does not count. */
function isWholeBook(path: string): boolean {
  const { numbered } = partName(path);
  return formatOfName(path) === 'm4b' && (numbered === undefined || numbered === 'front');
}
