import { sameAudiobook } from './audiobook/index.js';
import { emptyDraft, mediumOf } from './book.js';
import { formatOfName, withoutEnding } from './format-of-name.js';
import { nameOf } from './paths.js';

/** Names in the folder of a book, as they are written there. */
export interface Sidecars {
  opf?: string;
  cover?: string;
}

const IMAGE = /\.(jpg|jpeg|png|webp)$/i;
/** In order of preference, where several lie side by side. */
const IMAGE_ENDINGS = ['.jpg', '.jpeg', '.png', '.webp'];

/** True for what may lie beside a book and say something of it. Whether it does, and of which, is for sidecarsFor. */
export function isSidecarName(name: string): boolean {
  return !isHidden(name) && (/\.opf$/i.test(name) || IMAGE.test(name));
}

/**
 * The sidecars of the book at `path`, among the names of the files in its folder: "<stem>.opf" before "metadata.opf",
 * and a picture called "<stem>" before "cover" before "folder". Case and Unicode form make no difference.
 *
 * What bears no book's name is of the whole folder, so it counts only where the folder is one book: all books in it
 * have the same stem (one book in several formats, as in calibre's folders), or are parts of one audiobook by their names.
 */
export function sidecarsFor(path: string, namesInFolder: readonly string[]): Sidecars {
  const own = nameOf(path);
  const stem = stemOf(own);
  const inFolder = namesByKey(namesInFolder);
  const stems = isOneBook(path.slice(0, -own.length), [own, ...namesInFolder]) ? [stem, 'cover', 'folder'] : [stem];
  const opf = inFolder.get(`${stem}.opf`) ?? (stems.length > 1 ? inFolder.get('metadata.opf') : undefined);
  const [cover] = stems
    .flatMap((name) => IMAGE_ENDINGS.map((ending) => inFolder.get(name + ending)))
    .filter((name) => name !== undefined);
  return { ...(opf !== undefined && { opf }), ...(cover !== undefined && { cover }) };
}

/** Of names that differ only in case the first in order counts, so that equal folders give equal answers. */
function namesByKey(names: readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const name of [...names].sort()) {
    const key = keyOf(name);
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return byKey;
}

function isOneBook(folder: string, names: readonly string[]): boolean {
  const books = names.filter((name) => !isHidden(name) && formatOfName(name) !== undefined);
  if (new Set(books.map(stemOf)).size === 1) return true;
  const [first, ...others] = books.map((name) => ({ path: `${folder}${name}`, draft: emptyDraft() }));
  return first !== undefined && others.every((part) => isSpoken(part.path) && sameAudiobook(first, part));
}

const isSpoken = (name: string) => mediumOf(formatOfName(name)!) === 'audiobook';

function stemOf(name: string): string {
  return keyOf(withoutEnding(name));
}

/** Disks keep names in either Unicode form and in any case. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** "._Emma.epub" is what a Mac leaves beside "Emma.epub". */
function isHidden(name: string): boolean {
  return name.startsWith('.');
}
