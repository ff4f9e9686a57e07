import type { SeriesEntry } from '../book.js';
import { bracketGroups } from '../file-names/bracket-groups.js';
import { finishedTitle } from '../file-names/finish-title.js';
import { labelledNumber } from '../file-names/series-number.js';
import { numbered, seriesPhrase } from '../file-names/series-phrase.js';
import { cleanTitle } from '../titles.js';
import { isEditionNote, withoutEdition } from './edition-words.js';
import { MAX_LENGTH, normalText } from './normal-text.js';
import { type Volume, volumesInText, volumesOfSeries } from './volumes.js';

/** A title as it is compared. All texts are normal; empty where there is none. */
export interface TitleForms {
  /** With everything, brackets and notes too. */
  whole: string;
  /** Title and subtitle without brackets and notes about the edition. */
  full: string;
  main: string;
  sub: string;
  /** `main` without a number that ends it: "Naruto 12", "Rocky II", "Naruto, Vol. 12". */
  row: string;
  /** `full` without that number. */
  unnumbered: string;
  /** That number; nothing yet says that it is one of a series. */
  ending?: string;
  /** All numbers that stand in it as digits, and `ending`. */
  digits: readonly string[];
  /** The volumes it says it is, and those its series say. */
  volumes: readonly Volume[];
}

export interface WrittenTitle {
  title: string;
  subtitle?: string;
  /** As it stands there, where that is more. */
  fullTitle?: string;
  series: readonly SeriesEntry[];
}

/** Takes a title apart as shops and files write it: "Dune: A Novel (Dune Chronicles, Book 1)". */
export function titleForms({ title, subtitle = '', fullTitle = '', series }: WrittenTitle): TitleForms {
  const written = cleanTitle(title.slice(0, MAX_LENGTH)).replace('：', ': ');
  const own = subtitle.slice(0, MAX_LENGTH).trim();
  const { text, notes } = withoutBrackets(written);
  const split = splitTitle(text, endsWith(text, own) ? '' : own);
  const main = withoutEdition(split.title);
  const ending = endingOf(main);
  const [normalMain, sub] = [normalText(main), normalText(split.subtitle)];
  const row = normalText(ending?.name ?? main);
  const full = joined(normalMain, sub);
  const whole = normalText(`${written} ${own}`);
  const said = [split.series, ...notes.map((note) => seriesPhrase(note)?.series)].filter(
    (entry) => entry !== undefined,
  );
  return {
    ...{ whole, full, main: normalMain, sub, row },
    unnumbered: ending ? joined(row, sub) : full,
    ...(ending && { ending: ending.number }),
    digits: [...new Set([...(full.match(/\p{N}+/gu) ?? []), ...(ending ? [ending.number] : [])])],
    volumes: [
      ...volumesOfSeries([...series, ...said]),
      ...volumesInText(`${written}; ${own}; ${fullTitle.slice(0, MAX_LENGTH)}`),
    ],
  };
}

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');

/** Without brackets that are not all of it, nor at its beginning: "(500) Days of Summer" keeps them. */
function withoutBrackets(written: string): { text: string; notes: string[] } {
  const groups = bracketGroups(written).filter(({ start }) => start > 0);
  const rest = groups.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, written);
  const text = rest
    .replace(/\s+/g, ' ')
    .replace(/ ([:,;])/g, '$1')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return { text: written, notes: [] };
  return { text, notes: groups.map(({ inner }) => inner) };
}

function endsWith(text: string, subtitle: string): boolean {
  return subtitle !== '' && normalText(text).endsWith(` ${normalText(subtitle)}`);
}

/** "Title: Subtitle", "Title - Subtitle", "Series, Book 2: Title"; of the subtitle only what is no note on the edition. */
function splitTitle(text: string, own: string): { title: string; subtitle: string; series?: SeriesEntry } {
  const withColon = text.includes(': ') ? text : text.replace(/ [-–—] /, ': ');
  const { title, subtitle = '', series } = finishedTitle(withColon, own === '' ? undefined : own);
  const parts = subtitle.split(/: | [-–—] |[,;] /).filter((part) => !isEditionNote(part));
  return { title, subtitle: parts.join(' '), ...(series && { series }) };
}

/** The number a title ends in, and what is before it. Roman ones only in capitals: "Rocky II". */
function endingOf(title: string): { name: string; number: string } | undefined {
  const found = numbered(title);
  if (found && found.name !== '') return { name: found.name, number: found.number };
  const roman = /^(.*\S) ([IVX]{1,6})$/.exec(title);
  const number = roman ? labelledNumber(roman[2] ?? '') : undefined;
  return number === undefined ? undefined : { name: roman?.[1] ?? '', number };
}
