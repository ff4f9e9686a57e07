import { type Format, type Medium, mediumOf } from './book.js';
import { foldText } from './search-text.js';

/** Which of several files of one ebook speaks for it, and is shown first: what is made for reading before what is drawn. */
const RANKS: readonly Format[] = ['epub', 'kepub', 'azw3', 'mobi', 'fb2', 'pdf', 'cbz', 'cbr'];

/** Lower is better; formats that are not ranked are equal. */
export function formatRank(format: Format): number {
  const rank = RANKS.indexOf(format);
  return rank < 0 ? RANKS.length : rank;
}

/**
 * The key that files must share before it is asked whether they are one ebook: the same name in the same folder,
 * apart from the ending. `path` is without its ending. Ebooks and audiobooks never share a key.
 */
export function ebookGroupKey(pathWithoutEnding: string): string {
  return groupKey('ebook', pathWithoutEnding);
}

export function groupKey(medium: Medium, path: string): string {
  return `${medium}:${path.normalize('NFC').toLowerCase()}`;
}

/** What is known of a file when it is asked whether it is another form of a book. */
export interface Form {
  format: Format;
  /** As the file itself says it; undefined where only its name is known. */
  title?: string;
}

/**
 * True when an ebook beside others of the same name is another form of the same book. Conservative: a second file of
 * the same format is another book, and so is one whose own title is a different one ("1.epub" beside "1.pdf").
 */
export function isAnotherForm(newcomer: Form, forms: readonly Form[]): boolean {
  return forms.every(
    (form) =>
      mediumOf(form.format) === mediumOf(newcomer.format) &&
      form.format !== newcomer.format &&
      titlesAgree(form.title, newcomer.title),
  );
}

const HALF = 0.5;

/** True unless both are known and clearly name different books. */
export function titlesAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.size === 0 || second.size === 0) return true;
  const both = [...first].filter((word) => second.has(word)).length;
  // "Emma" and "Emma: A Novel": all of the shorter one is in the longer.
  return both === Math.min(first.size, second.size) || both / (first.size + second.size - both) >= HALF;
}

function wordsOf(title: string): Set<string> {
  return new Set(foldText(title).match(/[\p{L}\p{N}]+/gu) ?? []);
}
