import { bookNames } from '../matching/same-identifier.js';
import { cleanedName } from '../matching/name-parts.js';
import { authorsOf } from './authors-of.js';
import type { BookForm } from './book-form.js';
import { cleanForm } from './clean-form.js';
import { readForm } from './read-form.js';
import { lettersOf, titleKey } from './title-key.js';

/** Of each kind; together no more than twelve. */
const MOST = { identifiers: 2, titles: 4, places: 2, people: 4 };
const MAX_KEY = 80;
/** Of a title, in letters: what is left where one of the others is mistyped. */
const BEGINNING = 5;

/**
 * Keys under which a database finds books that may be forms of one work: two that are one share a key, and few others do.
 * At most twelve, of at most 80 characters: identifiers ("i:"), titles ("t:"), places in series ("s:"), an author with a
 * word of the title or a series ("a:"). Never throws.
 */
export function candidateKeys(form: BookForm): string[] {
  const clean = cleanForm(form);
  const { parts, volumes, wholeKey, series } = readForm(clean);
  const titles = [...parts.map(({ key }) => key), wholeKey].filter((key) => key !== '');
  const places = volumes.flatMap(({ series: name, number }) =>
    name === undefined ? [] : [`${lettersOf(titleKey(name))}:${number}`],
  );
  const surnames = authorsOf(clean).wrote.flat().map(surnameOf);
  const words = [
    ...rareWords(titles),
    `${lettersOf(wholeKey).slice(0, BEGINNING)}-`,
    ...series.map((name) => lettersOf(titleKey(name))),
  ];
  const people = surnames.flatMap((name, at) => words.slice(0, at === 0 ? 3 : 1).map((word) => `${name}:${word}`));
  return [
    ...keyed('i', bookNames(clean.identifiers), MOST.identifiers),
    ...keyed('t', titles.map(lettersOf), MOST.titles),
    ...keyed('s', places, MOST.places),
    ...keyed('a', people, MOST.people),
  ];
}

function keyed(kind: string, all: readonly string[], most: number): string[] {
  return [...new Set(all)].slice(0, most).map((key) => `${kind}:${key}`.slice(0, MAX_KEY));
}

const surnameOf = (name: string) => titleKey(cleanedName(name).words.at(-1) ?? '');

/** The longest word says most of which book it is. */
function rareWords(keys: readonly string[]): string[] {
  const words = [...new Set(keys.flatMap((key) => key.split(' ')))];
  return words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 1);
}
