import { isObject, type Json } from '../json-value.js';
import { objectOf } from './members.js';

/** A name, a title or anything else of one line. In UTF-16 units. */
const MOST_LINE = 1000;
/** A description. Honest ones stay far below. */
const MOST_TEXT = 500_000;
const MOST_DEPTH = 40;
const MOST_ENTRIES = 5000;
/** What a database text cannot hold, or a terminal would obey. Tabs and line ends stay. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A text that can be kept: no control characters, no halves of letters, at most half a million long. */
export function harmlessText(text: string): string {
  return cut(text, MOST_TEXT).replace(CONTROLS, '').toWellFormed();
}

/** A text of one line, trimmed, at most 1000 long. Undefined for a blank one and for what is no text; numbers are written out. */
export function lineOf(value: Json): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const line = harmlessText(cut(text.trimStart(), 2 * MOST_LINE).replace(/[\t\n\r\u2028\u2029]+/g, ' ')).trim();
  return line === '' ? undefined : cut(line, MOST_LINE).trimEnd().toWellFormed();
}

/** A text with its markup and lines, as it came but for what cannot be kept. Undefined for a blank one. */
export function markupOf(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = harmlessText(value);
  return text.trim() === '' ? undefined : text;
}

/**
 * JSON as it came, such that a database can keep it: all texts and keys made harmless, lists and texts bounded, what is
 * nested beyond reason left out.
 */
export function harmlessJson(value: Json): Json {
  return harmless(value, true);
}

/**
 * The same of a row, without members that are null. Of the hundred and fifty of a row most are; to whoever reads or
 * compares rows, null and nothing are the same.
 */
export function harmlessRow(row: Json): Json {
  return harmless(row, false);
}

function harmless(value: Json, keepsNull: boolean, depth = 0): Json {
  if (typeof value === 'string') return harmlessText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MOST_DEPTH) return null;
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry) => harmless(entry, keepsNull, depth + 1));
  if (!isObject(value)) return null;
  const members = Object.entries(value)
    .filter(([, member]) => keepsNull || member !== null)
    .slice(0, MOST_ENTRIES);
  return objectOf(
    members.map(([key, member]) => [harmlessText(cut(key, MOST_LINE)), harmless(member, keepsNull, depth + 1)]),
  );
}

/** At most so long, without half a letter at the end. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
