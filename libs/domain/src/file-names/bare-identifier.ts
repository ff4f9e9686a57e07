import { type Identifier, parseIsbn } from '../identifiers.js';
import { identifierIn } from './bracket-meaning.js';

/** A name that is nothing but an ISBN or an ASIN, as shops and devices name their files: "B00AYQNR46_EBOK". */
export function bareIdentifier(stem: string): Identifier | undefined {
  if (stem.length > 30) return undefined;
  const identifier = identifierIn(stem.replace(/_(?:EBOK|EBSP|PDOC)$/i, '').toUpperCase());
  if (identifier?.scheme === 'asin') return identifier;
  // Nine digits may be the number of anything.
  const value = stem.replace(/[^\dXx]/g, '').length >= 10 ? parseIsbn(stem) : undefined;
  return value === undefined ? undefined : { scheme: 'isbn', value };
}
