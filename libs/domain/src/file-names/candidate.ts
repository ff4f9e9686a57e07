import type { Contributor, SeriesEntry } from '../book.js';
import { sameIdentifier } from '../identifiers.js';
import { foldText } from '../search-text.js';
import { cleanTitle } from '../titles.js';
import type { Arrangement } from './arrangement.js';
import { finishedTitle } from './finish-title.js';
import { nameKey } from './known-people.js';
import type { NameFacts } from './name-facts.js';
import { peopleIn } from './people.js';
import type { Reading } from './reading.js';

/** A reading that may still be told more by the folders around the file. */
export interface Candidate extends Reading {
  title: string;
  /** A place in a series that the name does not say. */
  position?: string;
}

const MAX_SERIES = 20;

/** An arrangement of the parts of a name, and what its brackets say, as one reading. */
export function candidateFrom(way: Arrangement, facts: NameFacts): Candidate {
  const { series, ...titles } = finishedTitle(way.title, way.subtitle);
  const { publisher, language, abridged, position = way.position, year = way.year } = facts;
  return {
    ...titles,
    ...said({ year, publisher, language, abridged, position }),
    contributors: eachOnce([...peopleIn(way.people ?? ''), ...facts.contributors]),
    series: oneOfEach([way.series, series, ...facts.series].filter((entry) => entry !== undefined)),
    identifiers: facts.identifiers.filter(
      (one, at, all) => all.findIndex((other) => sameIdentifier(one, other)) === at,
    ),
  };
}

/** Only what is known. */
function said<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}

export function authorsOf({ contributors }: Reading): Contributor[] {
  return contributors.filter(({ role }) => role === 'author');
}

/** Each person once per role. */
export function eachOnce(people: readonly Contributor[]): Contributor[] {
  const byKey = new Map<string, Contributor>();
  for (const person of people) {
    const key = `${person.role} ${nameKey(person.name)}`;
    if (!byKey.has(key)) byKey.set(key, person);
  }
  return [...byKey.values()];
}

/** Each series once, with the first number that is said of it. */
export function oneOfEach(entries: readonly SeriesEntry[]): SeriesEntry[] {
  const byKey = new Map<string, SeriesEntry>();
  for (const { name, number } of entries) {
    const known = byKey.get(titleKey(name));
    const printed = known?.number ?? number;
    byKey.set(titleKey(name), { name: known?.name ?? cleanTitle(name), ...(printed && { number: printed }) });
  }
  return [...byKey.values()].slice(0, MAX_SERIES);
}

/** One form for a title with its article and without, whatever its punctuation: "The Hobbit", "Hobbit, The". */
export function titleKey(title: string): string {
  const words = foldText(cleanTitle(title)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return (words.length > 1 ? words.join(' ').replace(/^(?:the|an?) /, '') : words.join(' ')) || foldText(title);
}
