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
  const known = new Set(sought.slice(0, MAX_IDENTIFIERS).map(keyOf));
  const offered = [...found.identifiers, ...found.otherEditions].slice(0, MAX_IDENTIFIERS);
  const shared = offered.find((identifier) => NAMED.has(identifier.scheme) && known.has(keyOf(identifier)));
  return shared && NAMED.get(shared.scheme);
}

/** ISBNs of ten and of thirteen digits are compared as thirteen. */
function keyOf({ scheme, value }: Identifier): string {
  const written = value.slice(0, MAX_VALUE);
  const isbn = scheme === 'isbn' ? parseIsbn(written) : undefined;
  return `${scheme}:${isbn ?? written.trim().toUpperCase()}`;
}
