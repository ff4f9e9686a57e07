import { ROLES, type Contributor, type SeriesEntry } from '../book.js';
import { labelledNumber } from '../file-names/series-number.js';
import type { Identifier } from '../identifiers.js';
import { normaliseLanguage } from '../languages.js';
import type { BookForm } from './book-form.js';

/** In UTF-16 units; nothing that long is told apart behind this. */
const MAX_TEXT = 300;
const MAX_ENTRIES = 20;
const MAX_IDENTIFIERS = 50;

/**
 * A form of which every field is what its type says, whatever was given: texts are cut at 300 characters, lists at 20
 * entries, numbers are above nothing, places in series are plain ("Book 2" -> "2", "2, Dramatized Adaptation" -> "2").
 * Never throws.
 */
export function cleanForm(form: BookForm): BookForm {
  const given: Partial<Record<keyof BookForm, unknown>> = isRecord(form) ? form : {};
  const [language, subtitle, publisher] = [textOf(given.language), textOf(given.subtitle), textOf(given.publisher)];
  return {
    id: typeof given.id === 'string' ? given.id : '',
    medium: given.medium === 'audiobook' ? 'audiobook' : 'ebook',
    title: textOf(given.title),
    contributors: recordsOf(given.contributors, MAX_ENTRIES).flatMap(contributorOf),
    series: recordsOf(given.series, MAX_ENTRIES).flatMap(seriesOf),
    identifiers: recordsOf(given.identifiers, MAX_IDENTIFIERS).flatMap(identifierOf),
    ...optional('subtitle', subtitle || undefined),
    ...optional('publisher', publisher || undefined),
    ...optional('language', language === '' ? undefined : normaliseLanguage(language)),
    ...optional('durationSec', countOf(given.durationSec)),
    ...optional('pageCount', countOf(given.pageCount)),
    ...optional('wordCount', countOf(given.wordCount)),
    ...optional('publishedYear', countOf(given.publishedYear)),
    ...optional('abridged', typeof given.abridged === 'boolean' ? given.abridged : undefined),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function optional<Key extends keyof BookForm>(key: Key, value: BookForm[Key]): Partial<BookForm> {
  return value === undefined ? {} : { [key]: value };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT).trim() : '';
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function recordsOf(value: unknown, most: number): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, most).filter(isRecord) : [];
}

function contributorOf({ name, role }: Record<string, unknown>): Contributor[] {
  const known = ROLES.find((one) => one === role) ?? 'other';
  return textOf(name) === '' ? [] : [{ name: textOf(name), role: known }];
}

function seriesOf({ name, number }: Record<string, unknown>): SeriesEntry[] {
  const place = placeOf(typeof number === 'number' ? String(number) : textOf(number));
  return textOf(name) === '' ? [] : [{ name: textOf(name), ...(place !== undefined && { number: place }) }];
}

/** The first number or range in it; else a word or a Roman one. */
function placeOf(text: string): string | undefined {
  const found = /\d{1,4}(?:[.,]\d{1,2}(?!\d))?(?: ?[-–] ?\d{1,4}(?![.\d]))?/.exec(text)?.[0].replaceAll(' ', '');
  const words = text.split(/\s+/).slice(-1)[0] ?? '';
  return labelledNumber(found ?? words);
}

function identifierOf({ scheme, value }: Record<string, unknown>): Identifier[] {
  return textOf(scheme) === '' || textOf(value) === '' ? [] : [{ scheme: textOf(scheme), value: textOf(value) }];
}
