import type { Identifier, Medium, RunStatement } from '@octavo/domain';
import type { Candidate } from './candidate.js';

/** An edition that was found, as far as it is kept of it. */
export interface Taken {
  candidate: Candidate;
  /** From 0 to 1. */
  score: number;
  /** True where one of the book's own numbers led to it. */
  byIdentifier: boolean;
}

const OF_EBOOKS: ReadonlySet<string> = new Set(['kindle', 'ebook']);

/**
 * What a find says of a book. The ISBN of a printed edition is not that of an ebook, unless it was found by it; a
 * description that was cut only fills a gap.
 */
export function statementOfCandidate(
  { candidate, score, byIdentifier }: Taken,
  medium: Medium = 'ebook',
): RunStatement {
  const { provider, title, subtitle, contributors, series, description, partialDescription } = candidate;
  const { publisher, published, language, genres, tags, pageCount, abridged, form } = candidate;
  const isSameForm = byIdentifier || medium === 'audiobook' || OF_EBOOKS.has(form ?? '');
  const identifiers = candidate.identifiers.filter(({ scheme }) => scheme !== 'isbn' || isSameForm);
  return {
    ...{ source: 'enrichment', provider, confidence: score },
    draft: {
      ...{ title, contributors, identifiers: [...identifiers, ...ownNumber(candidate)] },
      series: series.map(({ name, number }) => (number === undefined ? { name } : { name, number })),
      subjects: [...genres, ...tags],
      ...(subtitle !== undefined && { subtitle }),
      ...(description !== undefined && { description }),
      ...(publisher !== undefined && { publisher }),
      ...(published && { published }),
      ...(language !== undefined && { language }),
      ...(pageCount !== undefined && { pageCount }),
      ...(abridged !== undefined && { abridged }),
    },
    ...(partialDescription && { gapsOnly: ['description' as const] }),
  };
}

/** The provider's own number of it, where it is not among the others and means something to people. */
function ownNumber({ provider, id, identifiers }: Candidate): Identifier[] {
  if (provider !== 'goodreads' || identifiers.some(({ scheme }) => scheme === 'goodreads')) return [];
  return [{ scheme: 'goodreads', value: id }];
}
