import type { Question, Request, Verdict } from '@octavo/providers';
import type { Outcome } from './outcome.js';

/** A question on its way to its answer: some take several pages. */
export interface Chain<Found> {
  question: Question<Found>;
  /** What is asked for next. */
  request: Request;
  /** What is known by now; it stands whatever becomes of the rest. */
  soFar?: Found;
  /** A page may lead to another one once. */
  hasFollowed: boolean;
  /** Pages asked for, with the next. */
  pages: number;
}

/** What comes after a page: another one, or the outcome. */
export type Link<Found> =
  | { kind: 'next'; chain: Chain<Found> }
  | { kind: 'end'; outcome: Exclude<Outcome<Found>, { kind: 'blocked' | 'outage' }> }
  /** The page says that it is none; whose fault that is, is for others to decide. */
  | Extract<Verdict<Found>, { kind: 'blocked' | 'outage' }>
  /** A question that never ends. */
  | { kind: 'endless' };

/** An edition, its work and four authors are six. */
const MOST_PAGES = 10;

export function chainOf<Found>(question: Question<Found>): Chain<Found> {
  return { question, request: question.request, hasFollowed: false, pages: 1 };
}

/** Goes on with a chain after a page was read. */
export function nextLink<Found>(chain: Chain<Found>, verdict: Verdict<Found>): Link<Found> {
  const { pages, soFar } = chain;
  const isLast = pages >= MOST_PAGES;
  switch (verdict.kind) {
    case 'found':
      return { kind: 'end', outcome: verdict };
    case 'not-found':
      return { kind: 'end', outcome: soFar === undefined ? verdict : { kind: 'found', value: soFar } };
    case 'follow':
      if (isLast || chain.hasFollowed) return { kind: 'endless' };
      return { kind: 'next', chain: { ...chain, request: verdict.request, hasFollowed: true, pages: pages + 1 } };
    case 'more':
      if (isLast) return { kind: 'end', outcome: { kind: 'found', value: verdict.soFar } };
      return { kind: 'next', chain: { ...chainOf(verdict.next), soFar: verdict.soFar, pages: pages + 1 } };
    default:
      return verdict;
  }
}

/** What a question comes to that could not be asked to its end: with what is known, if anything is. */
export function cutShort<Found>(
  { soFar }: Chain<Found>,
  failure: Extract<Outcome<Found>, { kind: 'blocked' | 'outage' }>,
): Outcome<Found> {
  return soFar === undefined ? failure : { kind: 'found', value: soFar, cutShort: failure };
}
