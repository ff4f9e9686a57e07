import type { SeriesEntry } from '../book.js';
import { bracketGroups } from '../file-names/bracket-groups.js';
import { labelledNumber } from '../file-names/series-number.js';
import { bareNumber, numbered, seriesPhrase } from '../file-names/series-phrase.js';
import { nameLikeness } from '../matching/name-likeness.js';
import { volumesInText } from '../matching/volumes.js';
import { cleanTitle } from '../titles.js';
import { isSubtitle } from './subtitles.js';
import { isFormNote } from './title-notes.js';

/** What stands in a title, apart. */
export interface TitleParts {
  /** What may be the title itself, in order: "Mistborn: The Final Empire" has two. Never empty but for an empty title. */
  texts: string[];
  /** What it says of its series: "Mistborn Book 1". */
  series: SeriesEntry[];
  /** Numbers of volumes without the name of a series: "(Book 2)". */
  numbers: string[];
  /** The number that the only text ends in ("Naruto 12"); its label where it has one that splits books ("Teil 2"). */
  row?: { name: string; number: string; isPart: boolean };
  /** The person whose name stands in it, of those asked for: "Emma - Jane Austen". */
  person?: string;
}

const FILE_ENDING = /\.(?:epub|kepub|mobi|azw3?|pdf|fb2|cb[zr]|m4b|m4a|mp3|flac|ogg|opus)$/i;
const PARTED =
  /\s*:\s+|\s+:\s*|\s+[-–—|~]\s+|-(?=\d{2,3}-)|(?<=-\d{2,3})-|\s*;\s+|(?<=\p{L}{4}|\d)\.\s+(?=[\p{Lu}\d])/u;
const LABEL = 'book|volume|vol\\.?|band|buch|tome|tomo|teil|part|livre|libro|boek|deel|del|книга|том|часть';
const NUMBER_OF_SERIES = new RegExp(
  `^(?:${LABEL}) ([\\p{L}\\d]{1,6}) (?:of|in|der|des|du|de|del|von|aus|di|van) (?:the )?(.+)$`,
  'iu',
);
const PART_LABEL = /^(?:teil|part|partie|parte|deel|часть)\b/i;
const ROMAN_END = /^(.*\S) ([IVX]{1,6})$/;

/** "Frankenstein; or, The Modern Prometheus". */
const OR = /[,;] or,? (?=\p{Lu}).*$/u;

/**
 * Takes a title and a subtitle apart; `people` are the names that are no title where they stand as a part of one
 * ("Bram Stoker - Dracula").
 */
export function titleParts(title: string, subtitle: string, people: readonly string[]): TitleParts {
  const found: TitleParts = { texts: [], series: [], numbers: [] };
  const written = [unnoted(tidied(title), found), unnoted(tidied(subtitle), found)].flatMap((text) =>
    text.split(PARTED),
  );
  const texts: string[] = [];
  const all = written.map((text) => text.trim()).filter((text) => /[\p{L}\p{N}]/u.test(text));
  for (const part of all) {
    const person = all.length > 1 ? people.find((name) => isPerson(part, name)) : undefined;
    if (person !== undefined) found.person = person;
    else if (!isFormNote(part)) texts.push(...withoutTail(part, found));
  }
  sortOut(texts, found);
  if (found.texts.length > 0) return found;
  return { ...found, texts: found.series[0] ? [found.series[0].name] : [tidied(title)].filter((text) => text !== '') };
}

function tidied(title: string): string {
  const spaced = /\s/.test(title) ? title : title.replace(FILE_ENDING, '').replaceAll('_', ' ');
  return cleanTitle(spaced.replace(FILE_ENDING, '').replaceAll('：', ': '))
    .replace(OR, '')
    .replace(/^["“„«](.*)["”“»]$/u, '$1');
}

/** Without brackets, but for those it begins with; what they say of a series is kept. */
function unnoted(text: string, found: TitleParts): string {
  const groups = bracketGroups(text).filter(({ start }) => start > 0);
  for (const { inner } of groups) {
    const said = seriesPhrase(inner);
    const behind = numberOfSeries(inner);
    if (said ?? behind) found.series.push(...(said ? [said.series] : []), ...(behind ? [behind] : []));
    else found.numbers.push(...volumesInText(inner).map(({ number }) => number));
  }
  return groups
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
    .replace(/\s+/g, ' ');
}

function isPerson(part: string, name: string): boolean {
  return part.length <= 60 && part.includes(' ') && (nameLikeness(part, name) ?? 0) >= 0.85;
}

/** "Book One of The Wheel of Time", "Band 1 der Saga". */
function numberOfSeries(part: string): SeriesEntry | undefined {
  const [, written = '', name = ''] = NUMBER_OF_SERIES.exec(part) ?? [];
  const number = labelledNumber(written);
  return number === undefined || name === '' ? undefined : { name, number };
}

/** Without notes behind commas, and without "Book 12" or "Mars Trilogy 1" there. */
function withoutTail(part: string, found: TitleParts): string[] {
  const pieces = part.split(/,\s+/);
  while (pieces.length > 1) {
    const last = pieces.at(-1) ?? '';
    const said = seriesPhrase(last);
    const bare = bareNumber(last);
    if (!isFormNote(last) && said === undefined && bare?.form !== 'labelled') break;
    pieces.pop();
    if (said !== undefined) found.series.push(said.series);
    else if (bare !== undefined) return [`${pieces.join(', ')}, ${last}`];
  }
  return [pieces.join(', ')];
}

/** Which of the parts are a series and its number, and which the title. */
function sortOut(parts: readonly string[], found: TitleParts): void {
  for (const part of parts) {
    const behind = numberOfSeries(part);
    const bare = bareNumber(part);
    if (behind !== undefined) found.series.push(behind);
    else if (bare !== undefined && parts.length > 1) addBare(bare, part, found);
    else found.texts.push(part);
  }
  const texts = found.texts;
  const rows = texts.map(rowOf);
  const isSeries = rows.map(
    (row, at) => row !== undefined && (row.isLabelled ? texts.length > 1 : hasTitle(texts, at)),
  );
  if (isSeries.every(Boolean)) return;
  found.series.push(
    ...rows.flatMap((row, at) => (row && isSeries[at] ? [{ name: row.name, number: row.number }] : [])),
  );
  found.texts = texts.filter((_, at) => !isSeries[at]);
  const main = rows[texts.indexOf(found.texts[0] ?? '')];
  if (main === undefined || found.row !== undefined) return;
  found.texts[0] = main.name;
  found.row = main;
}

/** True where another part than this one may be the title: "World War II: A History" has none. */
function hasTitle(texts: readonly string[], at: number): boolean {
  return texts.some((text, place) => place !== at && !isSubtitle(text));
}

/** "Book One" by itself is of the series before it, where a title is before that, else of the title. */
function addBare({ number }: { number: string }, part: string, found: TitleParts): void {
  const name = found.texts.at(-1);
  if (name !== undefined && found.texts.length > 1) {
    found.texts.pop();
    found.series.push({ name, number });
  } else if (name !== undefined && found.row === undefined) {
    found.row = { name, number, isPart: PART_LABEL.test(part) };
  } else found.numbers.push(number);
}

function rowOf(text: string): { name: string; number: string; isPart: boolean; isLabelled: boolean } | undefined {
  const last = numbered(text);
  if (last !== undefined && last.name !== '') {
    const tail = text.slice(last.name.length).replace(/^[\s,;:–-]+/, '');
    return { name: last.name, number: last.number, isPart: PART_LABEL.test(tail), isLabelled: last.form !== 'plain' };
  }
  const [, name = '', roman = ''] = ROMAN_END.exec(text) ?? [];
  const number = labelledNumber(roman);
  return roman === '' || number === undefined ? undefined : { name, number, isPart: false, isLabelled: false };
}
