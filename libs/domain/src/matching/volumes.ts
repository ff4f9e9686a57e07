import type { SeriesEntry } from '../book.js';
import { labelledNumber, seriesNumber } from '../file-names/series-number.js';
import { foldText } from '../search-text.js';
import { normalText } from './normal-text.js';
import { likeness } from './text-likeness.js';

/** A place in a row of books. */
export interface Volume {
  number: string;
  /** Normal text; absent where the number stands without one. */
  series?: string;
}

export type VolumesAgree =
  /** They share one, or one side tells none. */
  | { verdict: 'yes' }
  /** One row, other places. */
  | { verdict: 'no'; sought: string; found: string }
  /** Numbers of differently named rows, which cannot be compared. */
  | { verdict: 'unclear' };

const LABEL =
  '(?:^|[^\\p{L}\\p{N}])(?:book|bk|volume|vol|band|bd|buch|tome|tomo|teil|part|livre|libro|livro|boek|deel|issue|книга|том|часть)\\.? ?#?';
const NO_LETTER = '(?![\\p{L}\\p{N}])';
const IN_TEXT = [
  new RegExp(`${LABEL}(\\d{1,4}(?:[.,]\\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten)${NO_LETTER}`, 'gu'),
  // "Part I: ..." but not "The Book I Never Wrote".
  new RegExp(`${LABEL}([ivx]{1,5})(?=\\s*(?:$|[:;,.)\\]–—-]))`, 'gu'),
  /#(\d{1,4}(?:\.\d{1,2})?)(?![\p{N}])/gu,
  /第 ?(\d{1,4}|[一二三四五六七八九十]) ?[巻卷冊册部集]/gu,
  /(?<!\p{N})(\d{1,4}) ?[巻卷冊册권]/gu,
];
const CHINESE = '一二三四五六七八九十';
/** Of one book; more are no help. */
const MAX_VOLUMES = 8;
const MAX_NAME = 100;

/** The numbers a text gives as those of a volume: "Vol. 2", "#2", "Book Two", "Tome II", "第2巻". */
export function volumesInText(text: string): Volume[] {
  const folded = foldText(text);
  const found = IN_TEXT.flatMap((form) => [...folded.matchAll(form)].map(([, written = '']) => written));
  return found.slice(0, MAX_VOLUMES).map((written) => ({ number: numberOf(written) }));
}

/** Those of entries that have a number. */
export function volumesOfSeries(series: readonly SeriesEntry[]): Volume[] {
  const numbered = series.filter(({ number }) => number !== undefined && number.trim() !== '');
  return numbered
    .slice(0, MAX_VOLUMES)
    .map(({ name, number = '' }) => ({ number: numberOf(number), series: seriesName(name) }));
}

function numberOf(written: string): string {
  const tidy = written.trim().slice(0, 20);
  if (tidy.length === 1 && CHINESE.includes(tidy)) return String(CHINESE.indexOf(tidy) + 1);
  return labelledNumber(tidy) ?? seriesNumber(tidy) ?? normalText(tidy);
}

/** "The Expanse Series" and "Expanse" are one. */
export function seriesName(name: string): string {
  const words = normalText(name.slice(0, MAX_NAME)).replace(
    / (?:series|saga|trilogy|cycle|chronicles|novels|reihe|serie)$/,
    '',
  );
  return words.replace(/^the /, '');
}

/** True for names that may well mean one series: alike, or one within the other. */
export function seriesAlike(a: string, b: string): boolean {
  return likeness(a, b) >= 0.75 || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

/** Whether two sides may be one volume, by the numbers both tell. */
export function volumesAgree(sought: readonly Volume[], found: readonly Volume[]): VolumesAgree {
  const pairs = sought.flatMap((one) => found.map((other) => ({ one, other })));
  if (pairs.length === 0 || pairs.some(({ one, other }) => one.number === other.number)) return { verdict: 'yes' };
  const inOneRow = pairs.find(({ one, other }) => {
    return one.series === undefined || other.series === undefined || seriesAlike(one.series, other.series);
  });
  if (inOneRow === undefined) return { verdict: 'unclear' };
  return { verdict: 'no', sought: inOneRow.one.number, found: inOneRow.other.number };
}
