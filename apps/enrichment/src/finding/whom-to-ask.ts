import type { MetadataProvider } from '@octavo/providers';
import type { Find, Search } from './search.js';
import { stillEmpty } from './wanted-fields.js';

/**
 * Whether a provider is asked after those before it: while none of them knew the book beyond doubt (be it that they
 * refused), and then only for what they left empty, where that is wished.
 */
export function isWorthAsking(
  { media }: Pick<MetadataProvider, 'media'>,
  { book, wanted, completeMissing }: Pick<Search, 'book' | 'wanted' | 'completeMissing'>,
  accepted: readonly Find[],
): boolean {
  if (!media.includes(book.medium)) return false;
  if (accepted.length === 0) return true;
  const candidates = accepted.map(({ candidate }) => candidate);
  return completeMissing && stillEmpty(wanted, candidates).length > 0;
}
