import type { EnrichmentNote } from '@octavo/database';
import type { Findings } from '../finding/search.js';
import { stillEmpty, type WantedField } from '../finding/wanted-fields.js';

/**
 * What is noted of a search that has ended. Whoever refused is asked again where the book is not found yet, or still lacks
 * what was wanted; `coverRetryAt` is when a cover that could not be fetched may be.
 */
export function noteOfSearch(
  { accepted, suggestions, blocked, tried }: Findings,
  wanted: readonly WantedField[],
  coverRetryAt?: Date,
): EnrichmentNote {
  const detail = tried.length === 0 ? 'Nobody who is switched on knows such books' : tried.join('. ');
  const candidates = accepted.map(({ candidate }) => candidate);
  const isLacking = accepted.length === 0 || stillEmpty(wanted, candidates).length > 0;
  const times = [...(isLacking ? blocked.map(({ retryAt }) => retryAt) : []), ...(coverRetryAt ? [coverRetryAt] : [])];
  const [retryAt] = times.sort((a, b) => a.getTime() - b.getTime());
  if (retryAt !== undefined) return { state: 'BLOCKED', detail, retryAt };
  if (accepted.length > 0) return { state: 'DONE', detail, retryAt: null };
  return { state: suggestions.length > 0 ? 'SUGGESTED' : 'NONE', detail, retryAt: null };
}
