import type { Candidate, Question, SearchHit } from '@octavo/providers';
import { settled } from './judgement.js';
import type { OpenHit, Round } from './round.js';

/** What to ask a provider next. */
export type NextStep =
  | { kind: 'byIdentifier'; question: Question<Candidate | SearchHit[]> }
  | { kind: 'searches'; question: Question<SearchHit[]> }
  | { kind: 'details'; open: OpenHit }
  | { kind: 'end' };

/** Of each provider for one book. */
const MOST = { lists: 3, pages: 3 };

/**
 * What to ask next: the whole of an entry that may be the book, then for the book by its numbers, then by words; nothing
 * more once it is found beyond doubt. Numbers leave one list and one page to the words: files bear wrong ones.
 */
export function nextStep(round: Round): NextStep {
  if (round.isClosed || settled(round) !== undefined) return { kind: 'end' };
  const { byIdentifier, searches, hits } = round;
  const open = hits.find(({ isRefused }) => !isRefused);
  if (open !== undefined && round.pages < MOST.pages) return { kind: 'details', open };
  const kept = searches.length > 0 ? 1 : 0;
  const question = byIdentifier.find((one) => hasRoom(round, one, kept));
  if (question !== undefined) return { kind: 'byIdentifier', question };
  const [search] = searches;
  if (search !== undefined && hasRoom(round, search, 0)) return { kind: 'searches', question: search };
  return { kind: 'end' };
}

function hasRoom({ lists, pages }: Round, { request }: Question<unknown>, kept: number): boolean {
  return request.kind === 'search' ? lists < MOST.lists - kept : pages < MOST.pages - kept;
}
