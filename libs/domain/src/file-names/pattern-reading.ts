import type { SeriesEntry } from '../book.js';
import { parseAsin, parseIsbn, type Identifier } from '../identifiers.js';
import { knownLanguage } from '../languages.js';
import { parseDate } from '../parse-date.js';
import { formatPartialDate, type PartialDate } from '../partial-date.js';
import { cleanTitle } from '../titles.js';
import type { DatePart, FileNamePattern } from './compile-pattern.js';
import { matchPattern, type PatternMatch } from './match-pattern.js';
import { peopleIn } from './people.js';
import type { Candidate } from './candidate.js';
import { seriesNumber } from './series-number.js';
import { singleSpaced } from './text-edges.js';

/**
 * What a pattern of the user finds in a name: `folders` outermost first, `stem` without its ending; a title that it does
 * not ask for is empty. Undefined where
 * the pattern does not fit, finds nothing, or finds an ISBN or a date that is none.
 */
export function readWithPattern(
  pattern: FileNamePattern,
  folders: readonly string[],
  stem: string,
): Candidate | undefined {
  if (folders.length < pattern.folders) return undefined;
  const around = pattern.folders === 0 ? [] : folders.slice(-pattern.folders);
  const match = matchPattern(pattern, [...around, stem].join('/'));
  if (match === undefined) return undefined;
  const identifiers = identifiersOf(match);
  const published = dateOf(pattern, match);
  if (identifiers === undefined || published === 'none') return undefined;
  const position = seriesNumber(written(match.get('SeriesNumber')));
  return { ...textsOf(match), ...published, identifiers, series: seriesOf(match), ...(position && { position }) };
}

function textsOf(match: PatternMatch): Pick<Candidate, 'title' | 'contributors'> & Partial<Candidate> {
  const text = (field: 'Title' | 'Subtitle' | 'Authors' | 'Publisher' | 'Language') => {
    const value = match.get(field);
    return typeof value === 'string' ? singleSpaced(value).normalize('NFC') : '';
  };
  const language = knownLanguage(text('Language'));
  return {
    title: cleanTitle(text('Title')),
    contributors: peopleIn(text('Authors')),
    ...(text('Subtitle') && { subtitle: text('Subtitle') }),
    ...(text('Publisher') && { publisher: text('Publisher') }),
    ...(language && { language }),
  };
}

/** How many books a series has is matched and not kept. */
function seriesOf(match: PatternMatch): SeriesEntry[] {
  const name = cleanTitle(written(match.get('SeriesName')));
  const number = seriesNumber(written(match.get('SeriesNumber')));
  return name === '' ? [] : [{ name, ...(number && { number }) }];
}

function identifiersOf(match: PatternMatch): Identifier[] | undefined {
  const found: (Identifier | undefined)[] = [];
  for (const field of ['ISBN13', 'ISBN10'] as const) {
    if (!match.has(field)) continue;
    const value = parseIsbn(written(match.get(field)));
    found.push(value === undefined ? undefined : { scheme: 'isbn', value });
  }
  if (match.has('ASIN')) found.push(parseAsin(written(match.get('ASIN'))));
  const known = found.filter((identifier) => identifier !== undefined);
  return known.length === found.length ? known : undefined;
}

function dateOf({ elements }: FileNamePattern, match: PatternMatch): PartialDate | 'none' | undefined {
  const value = match.get('Published');
  const element = elements.find((one) => one.is === 'form' && one.field === 'Published');
  if (value === undefined || typeof value === 'string' || element?.is !== 'form') return undefined;
  const part = (name: DatePart) => {
    const at = element.dateOrder.indexOf(name);
    return at < 0 || value[at + 1] === undefined ? undefined : Number(value[at + 1]);
  };
  const date = { year: part('year') ?? 0, month: part('month'), day: part('day') };
  return parseDate(formatPartialDate(date)) ?? 'none';
}

const written = (value: RegExpExecArray | string | undefined) =>
  typeof value === 'string' ? value : (value?.[0] ?? '');
