import { addressOf, baseOf } from '../addresses.js';
import type { CoverAddresses } from '../candidate.js';
import { numberAt, textAt, type Json } from '../json-value.js';
import type { ProviderSettings, Request } from '../metadata-provider.js';

const OWN = 'https://openlibrary.org';
const OWN_COVERS = 'https://covers.openlibrary.org';
const HEADERS = { accept: 'application/json' };
const EDITION = /^OL\d{1,12}M$/;
const WORK = /^OL\d{1,12}W$/;
const AUTHOR = /^OL\d{1,12}A$/;

/** Pictures of older covers are answered by the Internet Archive. */
export const HOSTS = ['openlibrary.org', 'archive.org'] as const;

export const isEditionId = (id: string) => EDITION.test(id);
export const isWorkId = (id: string) => WORK.test(id);

/** "/works/OL45804W" -> "OL45804W"; undefined for what is no key of an edition, a work or an author. */
export function idOfKey(key: string | undefined): string | undefined {
  const id = key?.split('/').at(-1) ?? '';
  return [EDITION, WORK, AUTHOR].some((form) => form.test(id)) ? id : undefined;
}

/** The address of a record as JSON. */
export function recordRequest(id: string, settings: ProviderSettings): Request {
  const folder = EDITION.test(id) ? 'books' : WORK.test(id) ? 'works' : 'authors';
  return { url: `${baseOf(settings, OWN)}/${folder}/${id}.json`, kind: 'book', headers: HEADERS };
}

/** Is answered by a redirect to the edition's record. */
export function isbnRequest(isbn: string, settings: ProviderSettings): Request {
  return { url: `${baseOf(settings, OWN)}/isbn/${isbn}.json`, kind: 'book', headers: HEADERS };
}

export function searchRequest(
  terms: Readonly<Record<string, string | undefined>>,
  settings: ProviderSettings,
): Request {
  const url = addressOf(baseOf(settings, OWN), '/search.json', terms);
  return { url, kind: 'search', headers: HEADERS };
}

/** The page a person can look at. */
export function pageOf(id: string): string {
  return `${OWN}/${WORK.test(id) ? 'works' : 'books'}/${id}`;
}

/**
 * Covers by their own numbers: those have no limit, unlike covers by ISBN. -1 stands for none, and without
 * "default=false" a missing one would be a picture of one white point.
 */
export function coverByNumber(numbers: readonly Json[], settings: ProviderSettings): CoverAddresses | undefined {
  const number = numbers.map((entry) => numberAt(entry) ?? 0).find((entry) => Number.isSafeInteger(entry) && entry > 0);
  if (number === undefined) return undefined;
  return [`${baseOf(settings, OWN_COVERS)}/b/id/${number}-L.jpg?default=false`];
}

/** The records a list refers to: `[{ key: "/authors/OL1A" }]`, `[{ author: { key } }]`, `["/authors/OL1A"]`. */
export function idsIn(list: readonly Json[]): string[] {
  const ids = list.flatMap((entry) => {
    const keys = [textAt(entry, 'key'), textAt(entry, 'author', 'key'), textAt(entry, 'author'), textAt(entry)];
    return idOfKey(keys.find((key) => key !== undefined)) ?? [];
  });
  return [...new Set(ids)];
}
