import { choose, type EditionFound, type Judged } from '@octavo/domain';
import type { Candidate, SearchHit } from '@octavo/providers';
import type { Round } from './round.js';

/** What one provider's answers come to. */
export interface Judgement {
  accepted?: Judged<Candidate>;
  /** The best first. */
  suggestions: Judged<Candidate>[];
}

/** A page tells more than a list, a subtitle above all, and so fits a little less well than the entry of its neighbour. */
const PAGE_AND_LIST = 0.05;

/**
 * The candidate that is the book, although not all entries were asked for whole: none of those may be another book that is
 * as likely, nor one that is clearly likelier. Undefined where more is to be asked.
 */
export function settled(round: Round): Judged<Candidate> | undefined {
  return acceptedOf(round.candidates, round);
}

/** What a round comes to that has ended: entries that could not be asked for whole count for what the list told of them. */
export function judgement(round: Round): Judgement {
  const known = [...round.candidates, ...round.hits.flatMap(({ hit }) => hit.candidate ?? [])];
  const accepted = settled(round) ?? acceptedOf(known, round);
  const choice = choose(round.book, known);
  const likely = [...(choice.accepted ? [choice.accepted] : []), ...choice.suggestions];
  return {
    ...(accepted && { accepted }),
    suggestions: likely.filter(({ candidate }) => candidate !== accepted?.candidate).map(onlySuggested),
  };
}

function acceptedOf(known: readonly Candidate[], { book, candidates, hits }: Round): Judged<Candidate> | undefined {
  const { accepted } = choose(book, known);
  if (accepted === undefined || hits.length === 0) return accepted;
  const best = choose<EditionFound>(book, [...candidates, ...hits.map(({ hit }) => asEdition(hit))]).accepted;
  const isAsGood = best !== undefined && accepted.match.score > best.match.score - PAGE_AND_LIST;
  return isAsGood ? accepted : undefined;
}

/** An entry as an edition of which little is known. */
function asEdition({ authors, candidate, ...hit }: SearchHit): EditionFound {
  if (candidate) return candidate;
  return { ...hit, contributors: authors.map((name) => ({ name, role: 'author' })), otherEditions: [] };
}

function onlySuggested({ candidate, match }: Judged<Candidate>): Judged<Candidate> {
  return { candidate, match: { ...match, verdict: 'suggest' } };
}
