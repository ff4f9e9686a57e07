import { normaliseLanguage, parseIsbn, ROLES } from '@octavo/domain';
import { PROVIDERS, PUBLISHED_FORMS, type Candidate, type SearchHit } from '../candidate.js';

/** Signs that no clean text holds: controls, marks of direction, halves of characters. */
const UNCLEAN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\ufeff]| {2}|^ | $/u;
const ALLOWED_TAGS =
  /^<\/?(?:p|br|b|strong|i|em|u|s|ul|ol|li|blockquote|h[3-6]|a)(?: href="https?:[^"]*"| rel="nofollow")*(?: \/)?>$/;

/** A line that can be shown as it is. */
export function expectClean(text: string | undefined): void {
  if (text === undefined) return;
  expect(text).not.toMatch(UNCLEAN);
  expect(text).toBe(text.normalize('NFC'));
  expect(text).not.toMatch(/^(?:null|undefined|NaN|\[object Object\])?$/);
}

/** Everything that the seam promises of a candidate. */
export function expectGoodCandidate(candidate: Candidate): void {
  const { title, fullTitle, subtitle, publisher, contributors, series, genres, tags } = candidate;
  expect(PROVIDERS).toContain(candidate.provider);
  expect(candidate.url).toMatch(/^https:\/\/[^\s?#]+$/);
  expectIdentity(candidate);
  const texts = [title, fullTitle, subtitle, publisher, ...genres, ...tags];
  [...texts, ...contributors.map(({ name }) => name), ...series.map(({ name }) => name)].forEach(expectClean);
  for (const { role } of contributors) expect(ROLES).toContain(role);
  for (const { number } of series) if (number !== undefined) expect(number).toMatch(/\d/);
  expectSafe(candidate.description);
  for (const count of [candidate.pageCount, candidate.durationSec, candidate.rating?.count])
    if (count !== undefined) expect(count).toBeGreaterThan(0);
  if (candidate.language !== undefined) expect(normaliseLanguage(candidate.language)).toBe(candidate.language);
  if (candidate.form !== undefined) expect(PUBLISHED_FORMS).toContain(candidate.form);
  expect(new Set(candidate.cover).size).toBe(candidate.cover?.length ?? 0);
}

/** Everything that it promises of an entry of a list. */
export function expectGoodHit(hit: SearchHit): void {
  expectIdentity(hit);
  [hit.title, hit.subtitle, ...hit.authors, ...hit.series.map(({ name }) => name)].forEach(expectClean);
  if (hit.candidate !== undefined) {
    expect(hit.candidate.id).toBe(hit.id);
    expectGoodCandidate(hit.candidate);
  }
}

function expectIdentity({ id, title, identifiers }: Pick<SearchHit, 'id' | 'title' | 'identifiers'>): void {
  expect(id).toMatch(/^[\w-]{1,40}$/);
  expect(title).not.toBe('');
  for (const { scheme, value } of identifiers) {
    expect(value).toMatch(/^\S+$/);
    if (scheme === 'isbn') expect(parseIsbn(value)).toBe(value);
  }
}

/** Sanitised: none but the tags of running text, and no attribute but the address of a link. */
function expectSafe(description: string | undefined): void {
  if (description === undefined) return;
  expect(description.trim()).not.toBe('');
  for (const [tag] of description.matchAll(/<[^>]*>/g)) expect(tag).toMatch(ALLOWED_TAGS);
}
