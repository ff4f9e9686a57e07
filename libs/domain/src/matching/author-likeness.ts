import { peopleFrom } from '../contributors.js';
import { nameLikeness } from './name-likeness.js';

/** Of more authors only the first are looked at: nobody is found by the twenty-first of them. */
const MAX_AUTHORS = 20;
/** In one text, in characters. */
const MAX_NAMES = 300;

/**
 * How well the best pair of authors fits, from 0 to 1; undefined where one side knows none or nothing can be compared.
 * A find whose author is "Unknown" fits nobody: whoever lists the real book knows who wrote it.
 */
export function authorLikeness(sought: readonly string[], found: readonly string[]): number | undefined {
  const wanted = peopleOf(sought);
  const offered = peopleOf(found);
  if (wanted.length === 0 || found.length === 0) return undefined;
  if (offered.length === 0) return found.some((name) => name.trim() !== '') ? 0 : undefined;
  const pairs = wanted.flatMap((name) => offered.map((other) => nameLikeness(name, other)));
  const known = pairs.filter((likeness) => likeness !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Each of them; a text that holds several is taken apart, and stand-ins for nobody are none. */
function peopleOf(names: readonly string[]): string[] {
  const people = names.slice(0, MAX_AUTHORS).flatMap((name) => peopleFrom(name.slice(0, MAX_NAMES)));
  return people.map(({ name }) => name).slice(0, MAX_AUTHORS);
}
