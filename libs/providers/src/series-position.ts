import type { SeriesFound } from './candidate.js';
import { foldText } from '@octavo/domain';

const MAX_LENGTH = 100;
const MAX_SERIES = 10;
const NUMBER = String.raw`\d{1,4}(?:\.\d{1,3})?|\.\d{1,3}`;
const RANGE = new RegExp(String.raw`(${NUMBER})\s*[-–—]\s*(${NUMBER})`);
const SINGLE = new RegExp(String.raw`(${NUMBER})(?:([a-z])(?![\p{L}\d]))?`, 'iu');

/**
 * A place in a series as providers write it: "3", "0.5", ".5" -> "0.5", "01" -> "1", "1-3", "1, 2, 3" -> "1-3",
 * "Book 1" -> "1", "2, Dramatized Adaptation" -> "2". Undefined for a text without a number.
 */
export function seriesPosition(text: string): string | undefined {
  const written = text.slice(0, MAX_LENGTH).trim();
  if (/^\d{1,4}(?:\s*,\s*\d{1,4})+$/.test(written)) {
    const numbers = written.split(',').map(Number);
    return `${numbers[0]}-${numbers.at(-1)}`;
  }
  const range = RANGE.exec(written);
  if (range) return `${Number(range[1])}-${Number(range[2])}`;
  const single = SINGLE.exec(written);
  return single ? `${Number(single[1])}${(single[2] ?? '').toLowerCase()}` : undefined;
}

/** A series with its place, where both are there. */
export function seriesFound(name: string, position: string | undefined): SeriesFound {
  const number = seriesPosition(position ?? '');
  return { name, ...(number !== undefined && { number }) };
}

/** Each series once, with the number of whichever mention has one. */
export function distinctSeries(entries: readonly SeriesFound[]): SeriesFound[] {
  const byName = new Map<string, SeriesFound>();
  for (const entry of entries) {
    const key = foldText(entry.name);
    if (key !== '') byName.set(key, { ...entry, ...byName.get(key) });
  }
  return [...byName.values()].slice(0, MAX_SERIES);
}
