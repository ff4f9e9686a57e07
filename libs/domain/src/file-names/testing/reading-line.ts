import { parseFileName } from '../parse-file-name.js';
import type { FileNameHints, Reading } from '../reading.js';

/** A reading as one line, "title: subtitle | people | series 1 | year | everything else", without what is absent. */
export function lineOf(reading: Reading): string {
  const { title = '', subtitle, contributors, series, publisher = '', language = '', identifiers, abridged } = reading;
  const parts = [
    subtitle === undefined ? title : `${title}: ${subtitle}`,
    contributors.map(({ name, role }) => (role === 'author' ? name : `${name} (${role})`)).join(', '),
    series.map(({ name, number }) => (number === undefined ? name : `${name} ${number}`)).join(', '),
    [reading.year, reading.month, reading.day].filter((part) => part !== undefined).join('-'),
    identifiers.map(({ scheme, value }) => `${scheme}:${value}`).join(' '),
    publisher,
    language,
    abridged === undefined ? '' : abridged ? 'abridged' : 'unabridged',
  ];
  return parts.filter((part) => part !== '').join(' | ');
}

/** The reading of a path as a line; years are those of 2026. */
export function read(path: string, hints?: FileNameHints): string {
  return lineOf(parseFileName(path, { thisYear: 2026, ...hints }).reading);
}

/** The other readings of a path as lines. */
export function alternatives(path: string, hints?: FileNameHints): string[] {
  return parseFileName(path, { thisYear: 2026, ...hints }).alternatives.map(lineOf);
}
