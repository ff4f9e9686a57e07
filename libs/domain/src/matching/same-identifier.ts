import { parseIsbn, type Identifier } from '../identifiers.js';
import type { Found } from './sought-and-found.js';

/** What these name is one book everywhere; the others are names of files, or of works within one program. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['isbn', 'ISBN'],
  ['asin', 'ASIN'],
  ['doi', 'DOI'],
  ['goodreads', 'Goodreads number'],
  ['google', 'Google number'],
  ['openlibrary', 'Open Library number'],
  ['hardcover', 'Hardcover number'],
  ['comicvine', 'Comic Vine number'],
]);
/** Works have hundreds of editions. */
const MAX_IDENTIFIERS = 2_000;
const MAX_VALUE = 100;

/** What both bear, as people call it ("ISBN"); undefined where there is nothing. */
export function identifierInBoth(sought: readonly Identifier[], found: Found): string | undefined {
  return sharedIdentifier(sought, [...found.identifiers, ...found.otherEditions]);
}

/** The same of two lists. */
export function sharedIdentifier(sought: readonly Identifier[], found: readonly Identifier[]): string | undefined {
  const known = new Set(sought.slice(0, MAX_IDENTIFIERS).map(keyOf));
  const offered = found.slice(0, MAX_IDENTIFIERS);
  const shared = offered.find((identifier) => NAMED.has(identifier.scheme) && known.has(keyOf(identifier)));
  return shared && NAMED.get(shared.scheme);
}

/** Those that name one book everywhere, as texts that are equal where they name the same: "isbn:9780441478125". */
export function bookNames(identifiers: readonly Identifier[]): string[] {
  return identifiers.filter(({ scheme }) => NAMED.has(scheme)).map(keyOf);
}

/** ISBNs of ten and of thirteen digits are compared as thirteen. */
function keyOf({ scheme, value }: Identifier): string {
  const written = value.slice(0, MAX_VALUE);
  const isbn = scheme === 'isbn' ? parseIsbn(written) : undefined;
  return `${scheme}:${isbn ?? written.trim().toUpperCase()}`;
}
