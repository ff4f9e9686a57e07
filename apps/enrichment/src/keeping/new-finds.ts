import type { NewFind } from '@octavo/database';
import type { Candidate } from '@octavo/providers';
import type { Find, Findings } from '../finding/search.js';

/** Nobody looks at more. */
const MOST_SUGGESTED = 5;

/** By which a find is known: the same number in another shop may be another edition. */
export function findKey({ id, market }: Pick<Candidate, 'id' | 'market'>): string {
  return market === undefined ? id : `${market}:${id}`;
}

/** What is noted of a search. Where a book was found beyond doubt, nobody has to choose between its editions. */
export function newFinds(accepted: readonly Find[], suggestions: readonly Find[]): NewFind[] {
  const some = accepted.length > 0 ? [] : suggestions.slice(0, MOST_SUGGESTED);
  return [...accepted.map((find) => newFind(find, 'ACCEPTED')), ...some.map((find) => newFind(find, 'SUGGESTED'))];
}

function newFind({ provider, candidate, match: { score, reasons } }: Find, standing: NewFind['standing']): NewFind {
  return { provider, candidateId: findKey(candidate), candidate, score, reasons, standing };
}

/** The findings without what somebody said is another book. `refused` holds provider and key, with a space between. */
export function withoutRefused(findings: Findings, refused: ReadonlySet<string>): Findings {
  const isFree = ({ provider, candidate }: Find) => !refused.has(`${provider} ${findKey(candidate)}`);
  const { accepted, suggestions } = findings;
  return { ...findings, accepted: accepted.filter(isFree), suggestions: suggestions.filter(isFree) };
}
