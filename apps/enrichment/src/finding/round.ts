import { type Match, scoreHit } from '@octavo/domain';
import type { BookQuery, Candidate, Question, Request, SearchHit } from '@octavo/providers';
import type { Outcome } from '../asking/outcome.js';
import type { EnabledProvider } from './search.js';

/** An entry of a list that may be the book, of which only the list has told. */
export interface OpenHit {
  hit: SearchHit;
  match: Match;
  /** Asks for the whole. */
  question: Question<Candidate>;
  /** True once that came to nothing: it stays a rival of the others. */
  isRefused: boolean;
}

/** One provider being asked for one book: what was asked, what was told, what is left to ask. */
export interface Round extends EnabledProvider {
  book: BookQuery;
  byIdentifier: readonly Question<Candidate | SearchHit[]>[];
  searches: readonly Question<SearchHit[]>[];
  /** The best first. */
  hits: readonly OpenHit[];
  /** What is known as a whole, or as far as this provider tells. */
  candidates: readonly Candidate[];
  /** Every id that was told of. */
  seen: ReadonlySet<string>;
  /** Asked for so far. */
  lists: number;
  pages: number;
  /** The first thing that could not be had. */
  failure?: Extract<Outcome<never>, { kind: 'blocked' | 'outage' }>;
  /** True where it is of no use to go on. */
  isClosed: boolean;
}

/** A round before its first question. */
export function roundOf({ provider, settings }: EnabledProvider, book: BookQuery): Round {
  return {
    ...{ provider, settings, book },
    byIdentifier: provider.byIdentifier(book, settings),
    searches: provider.searches(book, settings),
    ...{ hits: [], candidates: [], seen: new Set(), lists: 0, pages: 0, isClosed: false },
  };
}

/** What came of a question for the book by its number or by words. */
export function afterQuestion(
  round: Round,
  asked: Question<Candidate | SearchHit[]>,
  outcome: Outcome<Candidate | SearchHit[]>,
): Round {
  const isOther = (question: Question<unknown>) => question !== asked;
  const left = { byIdentifier: round.byIdentifier.filter(isOther), searches: round.searches.filter(isOther) };
  const next = counted({ ...round, ...left }, asked.request.kind);
  if (outcome.kind !== 'found') return withFailure(next, outcome);
  const known = Array.isArray(outcome.value) ? withHits(next, outcome.value) : withCandidate(next, outcome.value);
  return withFailure(known, outcome.cutShort);
}

/** What came of asking for the whole of an entry. Where that could not be had, what the list told of it stands. */
export function afterDetails(round: Round, { hit }: OpenHit, outcome: Outcome<Candidate>): Round {
  const next = counted(round, 'book');
  const others = next.hits.filter((one) => one.hit !== hit);
  if (outcome.kind === 'not-found') return { ...next, hits: others };
  if (outcome.kind === 'found')
    return withFailure(withCandidate({ ...next, hits: others }, outcome.value), outcome.cutShort);
  if (hit.candidate) return withFailure(withCandidate(next, hit.candidate), outcome);
  const hits = next.hits.map((one) => (one.hit === hit ? { ...one, isRefused: true } : one));
  return withFailure({ ...next, hits }, outcome);
}

/** Entries that may be the book; those of which there is no more to know are candidates at once. */
function withHits(round: Round, told: readonly SearchHit[]): Round {
  const { provider, settings, book } = round;
  const fresh = told.filter(({ id, market }) => !round.seen.has(idOf(id, market)));
  const judged = fresh.map((hit) => ({ hit, match: scoreHit(book, hit), question: provider.details(hit, settings) }));
  const likely = judged.filter(({ match }) => match.verdict !== 'drop');
  const open = likely.flatMap(({ question, ...rest }) => (question ? { ...rest, question, isRefused: false } : []));
  const whole = likely.flatMap(({ question, hit }) => (question || !hit.candidate ? [] : hit.candidate));
  return {
    ...round,
    hits: [...round.hits, ...open].sort((a, b) => b.match.score - a.match.score),
    candidates: [...round.candidates, ...whole],
    seen: new Set([...round.seen, ...fresh.map(({ id, market }) => idOf(id, market))]),
  };
}

function withCandidate(round: Round, candidate: Candidate): Round {
  const id = idOf(candidate.id, candidate.market);
  const others = round.candidates.filter((one) => idOf(one.id, one.market) !== id);
  return {
    ...round,
    candidates: [...others, candidate],
    hits: round.hits.filter(({ hit }) => idOf(hit.id, hit.market) !== id),
    seen: new Set([...round.seen, id]),
  };
}

function withFailure(round: Round, failure: Outcome<unknown> | undefined): Round {
  if (failure?.kind !== 'blocked' && failure?.kind !== 'outage') return round;
  return { ...round, failure: round.failure ?? failure, isClosed: round.isClosed || failure.kind === 'blocked' };
}

function counted(round: Round, kind: Request['kind']): Round {
  return kind === 'search' ? { ...round, lists: round.lists + 1 } : { ...round, pages: round.pages + 1 };
}

const idOf = (id: string, market = '') => `${market} ${id}`;
