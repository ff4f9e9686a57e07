import { foldText, parseDate, type PartialDate } from '@octavo/domain';

const LOCALES = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'pl', 'tr'];
/** Spellings that shops use and the runtime does not. */
const MORE: readonly [string, number][] = [
  ['mrz', 3],
  ['sept', 9],
  ['set', 9],
  ['sett', 9],
  ['mrt', 3],
];
const MAX_LENGTH = 80;

let months: Map<string, number> | undefined;

/** The names of months in all languages of the shops, whole, short and as they stand behind a day; made once. */
function monthNames(): Map<string, number> {
  if (months !== undefined) return months;
  months = new Map(MORE);
  for (const format of LOCALES.flatMap(monthFormats)) {
    for (let month = 1; month <= 12; month++) {
      const part = format.formatToParts(Date.UTC(2001, month - 1, 1)).find(({ type }) => type === 'month');
      const name = foldText(part?.value ?? '').replace(/\./g, '');
      if (/^\p{L}{3,}$/u.test(name) && !months.has(name)) months.set(name, month);
    }
  }
  return months;
}

function monthFormats(locale: string): Intl.DateTimeFormat[] {
  return (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' }),
  ]);
}

/**
 * A date as the shops of the world write it: "April 22, 2008", "7 Apr 2016", "22. April 2008", "1er avril 2008",
 * "22 de abril de 2008", "2008/4/22", "2008年4月22日". No more precise than it was written; undefined for other text.
 */
export function writtenDate(text: string): PartialDate | undefined {
  const folded = foldText(text.slice(0, MAX_LENGTH));
  return eastern(folded) ?? parseDate(folded) ?? named(folded);
}

/** The year first, in numbers. */
function eastern(text: string): PartialDate | undefined {
  const found =
    /(?:^|[^\d])(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?/.exec(text) ??
    /(?:^|[^\d])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  return found ? dated(found[1], found[2], found[3]) : undefined;
}

/** The name of a month with a year and perhaps a day, in whatever order. */
function named(text: string): PartialDate | undefined {
  const years = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  if (years.length !== 1) return undefined;
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const month = firstFound(words, (word) => monthNames().get(word)) ?? firstFound(words, monthByBeginning);
  if (month === undefined) return undefined;
  return dated(years[0], String(month), /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]);
}

function firstFound(words: readonly string[], read: (word: string) => number | undefined): number | undefined {
  return words.map(read).find((month) => month !== undefined);
}

/** By the longest name it begins with: "Septemb" is the ninth. */
function monthByBeginning(word: string): number | undefined {
  for (let length = Math.min(word.length, 12) - 1; length >= 3; length--) {
    const month = monthNames().get(word.slice(0, length));
    if (month !== undefined) return month;
  }
  return undefined;
}

/** What cannot be is dropped by the rules of all dates. */
function dated(year = '', month?: string, day?: string): PartialDate | undefined {
  return parseDate([year, month, day].filter((part) => part !== undefined).join('-'));
}
