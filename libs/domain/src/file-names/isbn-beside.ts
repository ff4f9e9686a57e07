import { parseIsbn } from '../identifiers.js';

/**
 * A text without the ISBN-13 that begins or ends it, and the ISBN: "Dune 9780441172719", as publishers name their
 * files. Undefined for a text without one, and for one that is nothing else.
 */
export function withoutIsbn(text: string): { text: string; isbn: string } | undefined {
  if (!/97[89]/.test(text)) return undefined;
  const [first, last] = [text.slice(0, text.indexOf(' ')), text.slice(text.lastIndexOf(' ') + 1)];
  const [inFront, behind] = [first, last].map(isbn13);
  if (behind !== undefined && last !== text) return { text: text.slice(0, -last.length).trim(), isbn: behind };
  return inFront === undefined ? undefined : { text: text.slice(first.length).trim(), isbn: inFront };
}

function isbn13(word: string): string | undefined {
  return /^97[89][\d-]{10,14}$/.test(word) ? parseIsbn(word) : undefined;
}
