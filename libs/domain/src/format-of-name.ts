import type { Format } from './book.js';

/** Longer endings first: "x.kepub.epub" is a KEPUB. */
const BY_ENDING: readonly [ending: string, format: Format][] = [
  ['.kepub.epub', 'kepub'],
  ['.kepub', 'kepub'],
  ['.epub', 'epub'],
  ['.pdf', 'pdf'],
  ['.cbz', 'cbz'],
  ['.cbr', 'cbr'],
  ['.mobi', 'mobi'],
  ['.prc', 'mobi'],
  ['.azw3', 'azw3'],
  ['.azw', 'azw3'],
  ['.fb2.zip', 'fb2'],
  ['.fb2.gz', 'fb2'],
  ['.fbz', 'fb2'],
  ['.fb2', 'fb2'],
  ['.m4b', 'm4b'],
  ['.aax', 'm4b'],
  ['.aaxc', 'm4b'],
  ['.m4a', 'm4a'],
  ['.mp3', 'mp3'],
  ['.flac', 'flac'],
  ['.ogg', 'ogg'],
  ['.oga', 'ogg'],
  ['.opus', 'opus'],
];

/** The format a file's name promises, by its ending; undefined for files that are no books. */
export function formatOfName(name: string): Format | undefined {
  return endingOf(name)?.[1];
}

/** "a/Emma.kepub.epub" -> "a/Emma"; the name itself when it promises no book. */
export function withoutEnding(name: string): string {
  const ending = endingOf(name)?.[0] ?? '';
  return name.slice(0, name.length - ending.length);
}

function endingOf(name: string) {
  const lower = name.toLowerCase();
  return BY_ENDING.find(([ending]) => lower.endsWith(ending));
}
