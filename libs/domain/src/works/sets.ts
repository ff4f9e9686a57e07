import { type Called, isSet } from '../matching/kinds-of-find.js';
import { normalText } from '../matching/normal-text.js';

/** What sets are called beside the words that searches know, in normal text. */
const SETS = [
  / (?:books|volumes|parts) (?:one|i) (?:to|and|through|ii|two) /,
  / (?:doppelband|duology|dilogie|samtliche werke|gesammelte werke|oeuvres completes|obras completas|opere complete|publishers pack) /,
  / (?:komplette|vollstandige|completa|complete|entire) (?:\w+ )?(?:trilogie|reihe|serie|saga|trilogia|series|trilogy) /,
  / (?:trilogie|trilogia|saga|serie) (?:complete|completa|komplett) /,
];

/** True for what is several books in one, by its name or by a range of numbers as its place in a series. */
export function isSeveral(called: Called, numbers: readonly string[]): boolean {
  return isSet(called, numbers) || SETS.some((kind) => kind.test(` ${normalText(called.everything)} `));
}
