import type { BookForm } from './book-form.js';

/** Words on a page, from large type to small. */
const ON_A_PAGE = { least: 200, most: 420 };
/** Words read aloud in a minute: 130 to 190 are usual; slower and faster readers, and plays with music, are allowed for. */
const IN_A_MINUTE = { least: 100, most: 225 };
/** Shorter than this nothing is a book, and the figure says nothing: in seconds, pages and words. */
const LEAST = { seconds: 60, pages: 4, words: 1_000 };

/**
 * Whether a text of this length is heard in that time: `fits`, `short` (the recording is too short for all of it), `long`;
 * undefined where a side tells no length, or both are of one medium. Symmetric.
 */
export function lengthEvidence(a: BookForm, b: BookForm): 'fits' | 'short' | 'long' | undefined {
  if (a.medium === b.medium) return undefined;
  const [read, heard] = a.medium === 'ebook' ? [a, b] : [b, a];
  const minutes = (heard.durationSec ?? 0) >= LEAST.seconds ? (heard.durationSec ?? 0) / 60 : undefined;
  const words = wordsOf(read);
  if (minutes === undefined || words === undefined) return undefined;
  if (words.least / minutes > IN_A_MINUTE.most) return 'short';
  return words.most / minutes < IN_A_MINUTE.least ? 'long' : 'fits';
}

function wordsOf({ wordCount = 0, pageCount = 0 }: BookForm): { least: number; most: number } | undefined {
  if (wordCount >= LEAST.words) return { least: wordCount, most: wordCount };
  if (pageCount < LEAST.pages) return undefined;
  return { least: pageCount * ON_A_PAGE.least, most: pageCount * ON_A_PAGE.most };
}
