import type { Candidate, SearchHit } from './candidate.js';

/** A candidate as an entry of a list, for a list that tells as much. */
export function hitFrom(candidate: Candidate): SearchHit {
  const { id, market, title, subtitle, contributors, series, published, language, identifiers, form } = candidate;
  return {
    id,
    ...(market !== undefined && { market }),
    title,
    ...(subtitle !== undefined && { subtitle }),
    authors: contributors.filter(({ role }) => role === 'author').map(({ name }) => name),
    series,
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    identifiers,
    ...(form !== undefined && { form }),
    candidate,
  };
}

/** Entries of a list, each id once: the first of it, or the first that names an author. */
export function distinctHits(hits: readonly SearchHit[]): SearchHit[] {
  const byId = new Map<string, SearchHit>();
  for (const hit of hits) {
    const known = byId.get(hit.id);
    if (known === undefined || (known.authors.length === 0 && hit.authors.length > 0)) byId.set(hit.id, hit);
  }
  return [...byId.values()];
}
