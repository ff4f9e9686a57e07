import { parseIsbn } from '@octavo/domain';

/** In characters, between the word and its number. */
const MAX_BETWEEN = 40;
const LABEL = /isbn(?:[-\s]?1[03](?!\d))?/gi;
const HYPHEN = '[-\\s\\u00ad\\u2010-\\u2015]?';
const NUMBER = new RegExp(`(?<!\\d)(?:97[89]${HYPHEN})?(?:\\d${HYPHEN}){9}[\\dX](?!\\d)`, 'gi');
const LONGEST = 17 + 8;
const OF_AN_EBOOK = /\be-?(?:book|pub|isbn)|electronic|kindle|\bpdf\b|digital/i;

/** The valid ISBNs of a text that follow the word, each once, those on lines that speak of ebooks first. */
export function labelledIsbns(text: string): string[] {
  const found = [...text.matchAll(LABEL)].flatMap(({ index, 0: label }) => {
    const isbn = isbnsIn(
      text.slice(index + label.length, index + label.length + MAX_BETWEEN + LONGEST),
      MAX_BETWEEN,
    )[0];
    return isbn === undefined ? [] : [{ isbn, ebook: OF_AN_EBOOK.test(lineAround(text, index)) }];
  });
  const ordered = [...found.filter(({ ebook }) => ebook), ...found.filter(({ ebook }) => !ebook)];
  return [...new Set(ordered.map(({ isbn }) => isbn))];
}

/** All valid ISBNs that begin within the first `maxStart` characters, whatever stands before them. */
export function isbnsIn(text: string, maxStart = Infinity): string[] {
  return [...text.matchAll(NUMBER)]
    .filter(({ index }) => index <= maxStart)
    .map(([number]) => parseIsbn(number))
    .filter((isbn) => isbn !== undefined);
}

/** Of a text without lines, what is near. */
function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 100), at);
  const behind = text.slice(at, at + 100);
  return before.slice(before.lastIndexOf('\n') + 1) + (behind.split('\n')[0] ?? '');
}
