import type { SeriesEntry } from '../book.js';
import { labelledNumber, seriesNumber } from './series-number.js';
import { hasLetterOrDigit, trimmedEdges, trimmedEnd } from './text-edges.js';

/** Words before the number of a volume, in the languages files are mostly named in. */
const LABELS = new Set(
  'book bk volume vol v band bd buch tome tomo teil livre libro boek deel no nr n° # issue episode ep'.split(' '),
);
/** "Trust No One", "Chapter V I": behind these only digits are a number. */
const SHORT_LABELS = new Set('no nr n° # v ep'.split(' '));
/** "(2nd Edition)", "(Disc 1)", "(Level 4)", "(Part 2)" count something else than the books of a series. */
const NO_SERIES = new Set(
  'edition ed ver version rev revision level grade disc disk cd part track chapter page pages of top year years'.split(
    ' ',
  ),
);
const MAX_LENGTH = 200;

/** How sure it is that a number is one of a series: it has a label ("Book 2"), leading zeros, or neither. */
export type NumberForm = 'labelled' | 'padded' | 'plain';

export interface Numbered {
  /** What is before the number; empty where there is only a number. */
  name: string;
  number: string;
  form: NumberForm;
}

/**
 * Text that ends in a number, apart from any label: "Dune #2", "Dune, Book 2", "Sprawl Trilogy Vol. 2.5", "Discworld 08",
 * and without a name "Book 2", "02", "6.". Undefined for other text, and for numbers of four digits without a label,
 * which are years.
 */
export function numbered(text: string): Numbered | undefined {
  if (text.length > MAX_LENGTH || !/\d|book|vol|band|tom|teil|livre|libro|boek|deel/i.test(text)) return undefined;
  const words = text.split(' ');
  if (words.length > 2 && words.at(-2)?.toLowerCase() === 'of' && /^\d+$/.test(words.at(-1) ?? '')) words.splice(-2);
  const last = words.pop() ?? '';
  const glued = splitLabel(last);
  const label = glued === undefined ? labelWord(words.at(-1)) : '';
  if (LABELS.has(label)) words.pop();
  const isLabelled = glued !== undefined || LABELS.has(label);
  const written = trimmedEnd(glued ?? last, '.,:');
  const number = isLabelled && !SHORT_LABELS.has(label) ? labelledNumber(written) : seriesNumber(written);
  if (number === undefined || (!isLabelled && /^\d{4}/.test(written))) return undefined;
  const name = trimmedEdges(words.join(' '), ' ,;:-–—');
  const form = isLabelled ? 'labelled' : /^0\d/.test(written) ? 'padded' : 'plain';
  return { name, number, form };
}

/** "Dune Chronicles, Book 1" as an entry; undefined without a name, or where the number counts editions or discs. */
export function seriesPhrase(text: string): { series: SeriesEntry; form: NumberForm } | undefined {
  const found = numbered(text);
  if (found === undefined || !hasLetterOrDigit(found.name)) return undefined;
  const last = found.name.split(' ').at(-1) ?? '';
  if (NO_SERIES.has(trimmedEnd(last.toLowerCase(), '.,')) || !/\p{L}/u.test(found.name)) return undefined;
  return { series: { name: found.name, number: found.number }, form: found.form };
}

/** A number by itself: "01", "6.", "Book 2", "Vol. 3", "#4". Without a label it has at most three digits. */
export function bareNumber(text: string): { number: string; form: NumberForm } | undefined {
  const found = numbered(text);
  return found?.name === '' ? { number: found.number, form: found.form } : undefined;
}

/** "#2", "v01", "Vol.3" -> what follows the label. */
function splitLabel(word: string): string | undefined {
  const digit = word.search(/\d/);
  return digit > 0 && LABELS.has(labelWord(word.slice(0, digit))) ? word.slice(digit) : undefined;
}

function labelWord(word = ''): string {
  return trimmedEdges(word.toLowerCase(), ',;:.');
}
