import {
  cleanTitle,
  foldText,
  normaliseLanguage,
  sameIdentifier,
  type Contributor,
  type SeriesEntry,
} from '@octavo/domain';
import { withoutIllegal } from '../kepub/xml-characters.js';
import type { EmbedRequest } from './embedder.js';
import { withoutNothing, type Said } from './said.js';

/**
 * What a request asks for, in the forms our readers tell things in: one line without control characters, composed
 * letters, articles in front, languages as BCP 47, nothing twice. What it does not know is absent.
 */
export function wantedOf({ metadata, sortTitle }: EmbedRequest): Said {
  const { description, publishedDate, language, pageCount } = metadata;
  return withoutNothing({
    title: cleanTitle(oneLine(metadata.title)),
    subtitle: cleanTitle(oneLine(metadata.subtitle ?? '')),
    sortTitle: oneLine(sortTitle ?? ''),
    contributors: peopleIn(metadata.contributors),
    series: seriesIn(metadata.series),
    description: withoutIllegal(description ?? '').trim(),
    publisher: oneLine(metadata.publisher ?? ''),
    publishedDate: publishedDate?.trim(),
    language: language === null ? null : (normaliseLanguage(language) ?? oneLine(language)),
    subjects: onceEach(metadata.subjects.map(oneLine), foldText),
    pageCount,
    identifiers: metadata.identifiers
      .filter(({ value }) => oneLine(value) !== '')
      .filter((one, at, all) => all.findIndex((other) => sameIdentifier(one, other)) === at),
  });
}

/** One line of text as readers see it: white space collapsed, no control characters, Unicode form NFC. */
export function oneLine(text: string): string {
  return withoutIllegal(text)
    .replace(/\p{Cc}|\s+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
}

function peopleIn(contributors: readonly Contributor[]): Contributor[] {
  const people = contributors.map(({ name: given, role, sortName: sort }): Contributor => {
    const [name, sortName] = [oneLine(given), oneLine(sort ?? '')];
    return sortName === '' || sortName === name ? { name, role } : { name, role, sortName };
  });
  return onceEach(people, ({ name, role }) => (foldText(name) === '' ? '' : `${role} ${foldText(name)}`));
}

function seriesIn(series: readonly SeriesEntry[]): SeriesEntry[] {
  const entries = series.map(({ name, number }): SeriesEntry => {
    const printed = oneLine(number ?? '');
    return { name: oneLine(name), ...(printed !== '' && { number: printed }) };
  });
  return onceEach(entries, ({ name }) => foldText(name));
}

/** The first of each key; what has an empty one is nothing. */
function onceEach<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== '' && !byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}

/**
 * A series without a number and a person without a sort form keep the one the file gives them: what is not known is no
 * reason to take it away.
 */
export function filledUp(wanted: Said, before: Said): Said {
  const numbers = new Map(before.series?.map(({ name, number }) => [foldText(name), number]));
  const sortNames = new Map(before.contributors?.map(({ name, role, sortName }) => [`${role} ${name}`, sortName]));
  return withoutNothing({
    ...wanted,
    series: wanted.series?.map((entry) => {
      const number = entry.number ?? numbers.get(foldText(entry.name));
      return { name: entry.name, ...(number !== undefined && { number }) };
    }),
    contributors: wanted.contributors?.map((person) => {
      const sortName = person.sortName ?? sortNames.get(`${person.role} ${person.name}`);
      return { name: person.name, role: person.role, ...(sortName !== undefined && { sortName }) };
    }),
  });
}
