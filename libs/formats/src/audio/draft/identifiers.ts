import { parseAsin, parseIsbn, sameIdentifier, type Identifier } from '@octavo/domain';
import type { Tags } from '../tags.js';
import { TAG_NAMES } from './tag-names.js';

/** ISBNs and ASINs that pass their checks, ISBNs first. An ASIN that is an ISBN is one. */
export function identifiersFrom(tags: Tags): Identifier[] {
  const isbns = tags.every(TAG_NAMES.isbn).flatMap((text) => parseIsbn(text) ?? []);
  const asins = tags.every(TAG_NAMES.asin).flatMap((text) => parseAsin(text) ?? []);
  const all = [...isbns.map((value) => ({ scheme: 'isbn', value })), ...asins];
  return all.filter((one, at) => all.findIndex((other) => sameIdentifier(one, other)) === at);
}
