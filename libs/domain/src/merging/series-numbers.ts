import type { SeriesEntry } from '../book.js';
import { foldText } from '../search-text.js';

/**
 * Series whose missing numbers are taken from others of the same name, the first that knows it. Nothing else of the
 * others is taken.
 */
export function withNumbers(series: readonly SeriesEntry[], others: readonly SeriesEntry[]): SeriesEntry[] {
  return series.map((entry) => {
    if (hasNumber(entry)) return entry;
    const name = foldText(entry.name);
    const known = others.find((other) => hasNumber(other) && foldText(other.name) === name);
    return known === undefined ? entry : { ...entry, number: known.number };
  });
}

function hasNumber({ number }: SeriesEntry): boolean {
  return number !== undefined && number.trim() !== '';
}
