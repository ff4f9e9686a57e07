import { foldText, type SeriesEntry } from '@octavo/domain';
import type { MetadataEntry } from '../package-document.js';
import { calibreColumns } from './calibre-columns.js';
import type { PackageMetadata } from './package-metadata.js';
import { plainText } from '../../text/plain-text.js';

/**
 * Every series the book says it is of, the primary one first: EPUB 3 collections (§D.3.2), calibre's series, calibre
 * columns of type series. A number that is not given stays unknown.
 */
export function seriesOf(metadata: PackageMetadata): SeriesEntry[] {
  return merged([...collections(metadata), ...calibreSeries(metadata), ...columnSeries(metadata)]);
}

/** A collection that refines another is the larger one around it, so it comes after. */
function collections(metadata: PackageMetadata): SeriesEntry[] {
  const all = metadata.properties('belongs-to-collection');
  const typed = (type: string) =>
    all.filter((entry) => (metadata.refined(entry, 'collection-type') ?? 'series') === type);
  const found = typed('series').length > 0 ? typed('series') : typed('set');
  const nested = ({ attributes }: MetadataEntry) => attributes['refines'] !== undefined;
  return [...found.filter((entry) => !nested(entry)), ...found.filter(nested)].map((entry) =>
    seriesEntry(entry.text, metadata.refined(entry, 'group-position')),
  );
}

function calibreSeries(metadata: PackageMetadata): SeriesEntry[] {
  const name = metadata.content('calibre:series');
  return name === undefined ? [] : [seriesEntry(name, metadata.content('calibre:series_index'))];
}

function columnSeries(metadata: PackageMetadata): SeriesEntry[] {
  return [...calibreColumns(metadata).values()].flatMap(({ datatype, value, extra }) =>
    datatype === 'series' && typeof value === 'string'
      ? [seriesEntry(value, typeof extra === 'number' || typeof extra === 'string' ? String(extra) : undefined)]
      : [],
  );
}

function seriesEntry(name: string, number: string | undefined): SeriesEntry {
  const printed = number === undefined ? undefined : seriesNumber(number);
  return { name: plainText(name), ...(printed !== undefined && { number: printed }) };
}

function merged(entries: SeriesEntry[]): SeriesEntry[] {
  const byName = new Map<string, SeriesEntry>();
  for (const entry of entries) {
    const key = foldText(entry.name);
    if (key !== '') byName.set(key, { ...entry, ...byName.get(key) });
  }
  return [...byName.values()].slice(0, 20);
}

const ROMAN = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i;
const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** "01", "1.0", "Book 1" -> "1"; "1,5" -> "1.5"; "II" -> "2"; "1-3", "2a" and "2.2.1" stay. Undefined for no number. */
export function seriesNumber(text: string): string | undefined {
  const number = plainText(text)
    .replace(/^(?:book|volume|vol\.?|band|tome|part|no\.?|nr\.?|#)\s*/i, '')
    .replace(/^(\d+),(\d+)$/, '$1.$2');
  if (number !== '' && ROMAN.test(number)) return String(fromRoman(number.toLowerCase()));
  if (/^\d{1,6}(?:\.\d{1,6})?$/.test(number)) return String(Number(number));
  return /^\d[\d.\-–a-z ]{0,20}$/i.test(number) ? number : undefined;
}

function fromRoman(roman: string): number {
  const values = [...roman].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
