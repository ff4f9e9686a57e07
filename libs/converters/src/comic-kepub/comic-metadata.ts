import type { BookDraft, Contributor, Role, SeriesEntry } from '@octavo/domain';
import { markupLine, plainLine } from './plain-line.js';

const MOST_PEOPLE = 50;
const MOST_SERIES = 5;

/** MARC relators; who did something these do not name is credited without one. */
const RELATORS: Partial<Record<Role, string>> = {
  author: 'aut',
  editor: 'edt',
  translator: 'trl',
  illustrator: 'ill',
  penciller: 'art',
  colorist: 'clr',
  coverArtist: 'cov',
};
const CREATORS: ReadonlySet<Role> = new Set<Role>(['author', 'illustrator', 'penciller']);

/** EPUB 3.3 §D.3.4: numbers with dots between; "½" and "Annual 1" are none. */
const POSITION = /^\d{1,9}(?:\.\d{1,9}){0,3}$/;

/** What the package says of the comic, one element a line: language, people, publisher and series, as far as known. */
export function comicMetadata({ language, contributors, publisher, series }: BookDraft): string {
  const people = contributors.filter(({ name }) => plainLine(name) !== '').slice(0, MOST_PEOPLE);
  const sets = series.filter(({ name }) => plainLine(name) !== '').slice(0, MOST_SERIES);
  return [
    `<dc:language>${markupLine(language ?? 'und')}</dc:language>`,
    ...people.map((person, at) => personElements(person, `person-${at + 1}`)),
    ...(publisher === undefined ? [] : [`<dc:publisher>${markupLine(publisher)}</dc:publisher>`]),
    ...sets.map((one, at) => seriesElements(one, `series-${at + 1}`)),
  ].join('\n');
}

function personElements({ name, role }: Contributor, id: string): string {
  const element = CREATORS.has(role) ? 'dc:creator' : 'dc:contributor';
  const relator = RELATORS[role];
  const person = `<${element} id="${id}">${markupLine(name)}</${element}>`;
  if (relator === undefined) return person;
  return `${person}\n<meta refines="#${id}" property="role" scheme="marc:relators">${relator}</meta>`;
}

function seriesElements({ name, number }: SeriesEntry, id: string): string {
  const position =
    number !== undefined && POSITION.test(number)
      ? [`<meta refines="#${id}" property="group-position">${number}</meta>`]
      : [];
  return [
    `<meta property="belongs-to-collection" id="${id}">${markupLine(name)}</meta>`,
    `<meta refines="#${id}" property="collection-type">series</meta>`,
    ...position,
  ].join('\n');
}
