import { parseIsbn } from '../identifiers.js';
import { bracketGroups } from './bracket-groups.js';
import { certain, type Arrangements } from './arrangement.js';
import { noFacts, type NameFacts } from './name-facts.js';
import { namesSite } from './noise.js';
import { seriesPhrase } from './series-phrase.js';
import { isPlausibleYear } from './years.js';

/** What a name says that a machine put together. */
export interface MachineName {
  arrangements: Arrangements;
  facts: NameFacts;
}

/**
 * Anna's Archive: "title -- authors -- series, year -- publisher -- ISBN -- MD5 -- Anna's Archive", where each part
 * but the first and the hash may be missing. Undefined for any other name.
 */
export function readArchiveName(text: string, thisYear?: number): MachineName | undefined {
  const parts = text.split(' -- ').map((part) => part.trim());
  const hash = parts.findIndex((part) => /^[0-9a-f]{32}$/i.test(part));
  const [title, people, ...rest] = parts.slice(0, Math.max(hash, 0));
  if (title === undefined || title === '') return undefined;
  const isbn = rest.map((part) => parseIsbn(part)).find((value) => value !== undefined);
  const plain = rest.filter((part) => !/^[\dXx-]{9,17}$/.test(part));
  const [edition = '', publisher] = plain.length === 1 && !hasYear(plain[0], thisYear) ? ['', ...plain] : plain;
  const facts: NameFacts = {
    ...noFacts(),
    ...editionFacts(edition, thisYear),
    ...(publisher && { publisher }),
    identifiers: isbn === undefined ? [] : [{ scheme: 'isbn', value: isbn }],
  };
  return { arrangements: certain({ title, ...(people && { people }) }, 0.9), facts };
}

/** "Dune Chronicles 1, New York, 2005": a series with its number comes first, a year last. */
function editionFacts(text: string, thisYear?: number): Partial<NameFacts> {
  const parts = text.split(/[,;] ?/);
  const year = parts.findLast((part) => isPlausibleYear(part, thisYear));
  const series = seriesPhrase(parts[0] ?? '')?.series;
  return { series: series ? [series] : [], ...(year && { year: Number(year) }) };
}

function hasYear(text = '', thisYear?: number): boolean {
  return text.split(/[,;] ?/).some((part) => isPlausibleYear(part, thisYear));
}

/**
 * Z-Library: "Dune (Frank Herbert) (z-lib.org)". The name without both groups, and the authors; undefined for other
 * names, and where the group before the site's holds digits, as those of a year or a series do.
 */
export function withoutSiteMark(text: string): { text: string; people: string } | undefined {
  const [authors, site] = bracketGroups(text).slice(-2);
  if (authors === undefined || site === undefined || site.end !== text.length || !namesSite(site.inner))
    return undefined;
  if (text.slice(authors.end, site.start).trim() !== '' || authors.start === 0) return undefined;
  if (authors.inner === '' || /\d/.test(authors.inner)) return undefined;
  return { text: text.slice(0, authors.start).trim(), people: authors.inner };
}
