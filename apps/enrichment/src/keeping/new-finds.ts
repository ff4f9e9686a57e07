import type { NewFind } from '@octavo/database';
import type { Candidate, ProviderId } from '@octavo/providers';
import type { Find, Findings } from '../finding/search.js';

/** Nobody looks at more. */
const MOST_SUGGESTED = 5;

/** A find as it is to be noted. */
export interface FindToNote extends NewFind {
  provider: ProviderId;
  candidate: Candidate;
}

/** By which a find is known: the same number in another shop may be another edition. */
export function findKey({ id, market }: Pick<Candidate, 'id' | 'market'>): string {
  return market === undefined ? id : `${market}:${id}`;
}

/** A find of a book among those of all providers. */
export function findName({ provider, candidateId }: Pick<NewFind, 'provider' | 'candidateId'>): string {
  return `${provider} ${candidateId}`;
}

/** What is noted of a search. Where a book was found beyond doubt, nobody has to choose between its editions. */
export function newFinds(accepted: readonly Find[], suggestions: readonly Find[]): FindToNote[] {
  const some = accepted.length > 0 ? [] : suggestions.slice(0, MOST_SUGGESTED);
  return [...accepted.map((find) => newFind(find, 'ACCEPTED')), ...some.map((find) => newFind(find, 'SUGGESTED'))];
}

function newFind({ provider, candidate, match: { score, reasons } }: Find, standing: NewFind['standing']): FindToNote {
  return { provider, candidateId: findKey(candidate), candidate, score, reasons, standing };
}

/** The findings without what somebody said is another book. `refused` holds their names. */
export function withoutRefused(findings: Findings, refused: ReadonlySet<string>): Findings {
  const isFree = ({ provider, candidate }: Find) =>
    !refused.has(findName({ provider, candidateId: findKey(candidate) }));
  const { accepted, suggestions } = findings;
  return { ...findings, accepted: accepted.filter(isFree), suggestions: suggestions.filter(isFree) };
}
