import type { PurchaseOfBook } from '@octavo/contracts';
import { dateOf } from '../../ui/dates.js';
import { countryWord } from '../audible/marketplaces.js';
import { playingTimeWords } from '../books/playing-time.js';
import { heardWords } from './form-words.js';

/** In which library of Audible a title is: "Ann’s Audible, Germany". */
export const libraryWords = ({ account, country }: Pick<PurchaseOfBook, 'account' | 'country'>): string =>
  `${account}, ${countryWord(country)}`;

/** What Audible says of a title: "Bought on 3 May 2021", "11 h 20 min", "41 % heard"; nothing of what it does not say. */
export function purchaseFacts(purchase: PurchaseOfBook): string[] {
  const { purchasedAt, runtimeMin, heardPercent, isFinished } = purchase;
  const facts = [
    purchasedAt === null ? undefined : `Bought on ${dateOf(purchasedAt)}`,
    runtimeMin === null || runtimeMin <= 0 ? undefined : playingTimeWords(runtimeMin * 60),
    heardWords({ heardPercent, isFinished }) ?? 'not begun',
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** What is about to change, or has, as a sentence each. `today`: as 2026-11-22. */
export function purchaseRemarks(
  { removedAt, leavingOn }: Pick<PurchaseOfBook, 'removedAt' | 'leavingOn'>,
  today: string,
): string[] {
  if (removedAt !== null) return [`Gone from your library at Audible since ${dateOf(removedAt)}.`];
  if (leavingOn === null) return [];
  const verb = leavingOn.slice(0, 10) < today ? 'Left' : 'Leaves';
  return [`${verb} the subscription on ${dateOf(leavingOn)}.`];
}

/** Of a book that has no files: where one listens to it, if anywhere. */
export function onlyThereWords(purchases: readonly Pick<PurchaseOfBook, 'removedAt'>[]): string {
  const isThere = purchases.some(({ removedAt }) => removedAt === null);
  return isThere ? 'You listen to it there; no file of it is here.' : 'It was there once; no file of it is here.';
}
