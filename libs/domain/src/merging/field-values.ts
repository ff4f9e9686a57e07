import type { Contributor, SeriesEntry } from '../book.js';
import type { BookMetadata, MetadataField } from '../book-metadata.js';
import type { Identifier } from '../identifiers.js';
import { foldText } from '../search-text.js';

export type FieldValue = BookMetadata[MetadataField];

export const NOTHING_KNOWN: Readonly<BookMetadata> = {
  ...{ title: '', subtitle: null, description: null, publisher: null, publishedDate: null, language: null },
  ...{ subjects: [], pageCount: null, abridged: null, contributors: [], series: [], identifiers: [] },
};
export const METADATA_FIELDS = Object.keys(NOTHING_KNOWN) as MetadataField[];

/** Null, blank texts, empty lists, and none of what is counted. False is a value. */
export function isEmpty(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined || value === 0) return true;
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
}

/**
 * True for values that say the same: composed letters and white space make no difference, nor does the order of subjects
 * and identifiers. The order of people and series does.
 */
export function sameValue(field: MetadataField, a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return keyOf(field, a as FieldValue) === keyOf(field, b as FieldValue);
}

const tidy = (text = '') => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function keyOf(field: MetadataField, value: FieldValue): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? tidy(value) : String(value);
  switch (field) {
    case 'contributors':
      return JSON.stringify((value as Contributor[]).map(({ name, role }) => [tidy(name), role]));
    case 'series':
      return JSON.stringify((value as SeriesEntry[]).map(({ name, number }) => [tidy(name), tidy(number)]));
    case 'identifiers':
      return JSON.stringify((value as Identifier[]).map(({ scheme, value }) => [scheme, tidy(value)].join(' ')).sort());
    default:
      return JSON.stringify([...new Set((value as string[]).map(foldText))].sort());
  }
}
