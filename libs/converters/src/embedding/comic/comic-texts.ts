import { foldText, sameIdentifier, type SeriesEntry } from '@octavo/domain';
import type { Said } from '../said.js';
import { addressOf } from './comic-addresses.js';
import type { ComicInfoTexts } from './comic-info-draft.js';
import { ROLE_ELEMENTS } from './comic-roles.js';

/** What the record says now: the text of an element by its name, '' for none. */
type TextOf = (name: string) => string;

/** The texts of the elements that say `due`; fields it has not are not among them. `before` is what the file says. */
export function comicTexts(due: Said, before: Said, textOf: TextOf): ComicInfoTexts {
  const { title, publisher, language, description } = due;
  return {
    ...(title !== undefined && { Title: title }),
    ...(due.series && seriesTexts(due.series, textOf)),
    ...(description !== undefined && { Summary: description }),
    ...(due.publishedDate !== undefined && dateTexts(due.publishedDate)),
    ...(due.contributors && peopleTexts(due.contributors)),
    ...(publisher !== undefined && { Publisher: publisher }),
    ...(due.subjects && subjectTexts(due.subjects, textOf('Tags'))),
    ...(language !== undefined && { LanguageISO: language }),
    ...(due.identifiers && identifierTexts(due.identifiers, before, textOf)),
  };
}

/** How many there are of a series is only known of that one; a small volume is read as its number. */
function seriesTexts([first, second]: readonly SeriesEntry[], textOf: TextOf): ComicInfoTexts {
  const isOther = (name: string, entry?: SeriesEntry) => foldText(textOf(name)) !== foldText(entry?.name ?? '');
  const isNumberedByVolume = first?.number === undefined && /^\d{1,3}$/.test(textOf('Volume'));
  return {
    Series: first?.name,
    Number: first?.number,
    ...(isOther('Series', first) && { Count: undefined }),
    ...(isNumberedByVolume && { Volume: undefined }),
    AlternateSeries: second?.name,
    AlternateNumber: second?.number,
    ...(isOther('AlternateSeries', second) && { AlternateCount: undefined }),
  };
}

function dateTexts(date: string): ComicInfoTexts {
  const [year, month, day] = date.split('-').map((part) => String(Number(part)));
  return { Year: year, Month: month, Day: day };
}

function peopleTexts(contributors: NonNullable<Said['contributors']>): ComicInfoTexts {
  const texts = Object.entries(ROLE_ELEMENTS).map(([role, element]) => {
    const names = contributors.filter((person) => person.role === role).map(({ name }) => name);
    return [element, names.length > 0 ? names.join(', ') : undefined] as const;
  });
  return Object.fromEntries(texts);
}

/** Tags are read behind genres: what was among them stays there as far as the order allows. */
function subjectTexts(subjects: readonly string[], tagsNow: string): ComicInfoTexts {
  const tags = new Set(tagsNow.split(/[,;]/).map(foldText));
  const genres = subjects.findLastIndex((subject) => !tags.has(foldText(subject))) + 1;
  const list = (part: readonly string[]) => (part.length > 0 ? part.join(', ') : undefined);
  return { Genre: list(subjects.slice(0, genres)), Tags: list(subjects.slice(genres)) };
}

/** One ISBN and any number of addresses, behind those there are. */
function identifierTexts(wanted: NonNullable<Said['identifiers']>, before: Said, textOf: TextOf): ComicInfoTexts {
  const missing = wanted.filter((one) => !before.identifiers?.some((other) => sameIdentifier(one, other)));
  const isbn = missing.find(({ scheme }) => scheme === 'isbn')?.value;
  const addresses = missing.map(addressOf).filter((address) => address !== undefined);
  const web = [textOf('Web'), ...addresses].filter((address) => address !== '');
  return {
    ...(isbn !== undefined && textOf('GTIN') === '' && { GTIN: isbn }),
    ...(addresses.length > 0 && { Web: web.join(' ') }),
  };
}
