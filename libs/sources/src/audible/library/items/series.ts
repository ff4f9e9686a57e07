import { foldText } from '@octavo/domain';
import { isObject, type Json } from '../json-value.js';
import { lineOf } from './harmless.js';

export interface AudibleSeries {
  asin: string | null;
  title: string | null;
  /** As written: "2.5", "1-3", "Book 1". */
  sequence: string | null;
  /** The first number in it, to sort by. */
  sortKey: number | null;
  /** A path in the shop. */
  url: string | null;
}

const MOST_SERIES = 100;
/** "Vol.5" is the fifth and ".5" lies before the first. */
const NUMBER = /\d{1,9}(?:\.\d{1,6})?|(?<![\p{L}\d])\.\d{1,6}/u;

/**
 * The series of a title, first the one it is published under, the others as they came. An entry needs a title or a
 * number of its own. Undefined where nothing usable was told; an empty list says that there are none.
 */
export function seriesOf(value: Json, publicationName: Json): AudibleSeries[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = (value as Json[]).slice(0, MOST_SERIES).flatMap((entry) => entryOf(entry) ?? []);
  if (all.length === 0 && value.length > 0) return undefined;
  const main = foldText(lineOf(publicationName) ?? '');
  const isMain = ({ title }: AudibleSeries) => main !== '' && foldText(title ?? '') === main;
  return [...all.filter(isMain), ...all.filter((one) => !isMain(one))];
}

function entryOf(entry: Json): AudibleSeries | undefined {
  if (!isObject(entry)) return undefined;
  const asin = typeof entry['asin'] === 'string' ? (lineOf(entry['asin'])?.toUpperCase() ?? null) : null;
  const title = lineOf(entry['title']) ?? null;
  if (asin === null && title === null) return undefined;
  const url = lineOf(entry['url']);
  return { asin, title, ...sequenceOf(entry['sequence']), url: url && /^\/(?![/\\])/.test(url) ? url : null };
}

/** A place in a series: the text as it is, and the first number in it. */
export function sequenceOf(value: Json): Pick<AudibleSeries, 'sequence' | 'sortKey'> {
  const sequence = lineOf(value) ?? null;
  const number = sequence === null ? undefined : NUMBER.exec(sequence.normalize('NFKC'))?.[0];
  return { sequence, sortKey: number === undefined ? null : Number(number) };
}
