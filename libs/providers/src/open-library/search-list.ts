import { parseIsbn } from '@octavo/domain';
import { answerText } from '../answer-text.js';
import { given } from '../given.js';
import type { Candidate, SearchHit } from '../candidate.js';
import { distinctHits, hitFrom } from '../hits.js';
import {
  at,
  countAt,
  isObject,
  listAt,
  numberAt,
  parseJson,
  plainTextAt,
  textAt,
  textsAt,
  type Json,
} from '../json-value.js';
import { languageNamed } from '../language.js';
import type { Answer, ProviderSettings, Verdict } from '../metadata-provider.js';
import { contributor, distinctPeople } from '../people.js';
import { failureOf } from '../verdicts.js';
import { coverByNumber, idOfKey, isWorkId, pageOf } from './addresses.js';
import { subjectsFrom } from './subjects.js';

/** What a search is asked to tell of each work. */
export const FIELDS = [
  'key',
  'title',
  'subtitle',
  'author_name',
  'first_publish_year',
  'isbn',
  'cover_i',
  'language',
  'subject',
  'ratings_average',
  'ratings_count',
].join(',');
const MOST_EDITIONS = 100;

/** Works that fit a search: `{ docs: [...] }`. */
export function readSearchList(answer: Answer, settings: ProviderSettings): Verdict<SearchHit[]> {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const list = parseJson(answerText(answer));
  if (!isObject(list) || !Array.isArray(at(list, 'docs'))) return { kind: 'outage', reason: 'no list of works' };
  const works = listAt(list, 'docs').flatMap((entry) => workFrom(entry, settings) ?? []);
  if (works.length === 0) return { kind: 'not-found' };
  return { kind: 'found', value: distinctHits(works.map(hitFrom)) };
}

/**
 * A work with all its editions in one: their numbers only recognise it, and what differs between them (dates, pages,
 * publishers, languages where there are several) is not taken at all.
 */
function workFrom(entry: Json, settings: ProviderSettings): Candidate | undefined {
  const id = idOfKey(textAt(entry, 'key'));
  const title = plainTextAt(entry, 'title');
  if (id === undefined || !isWorkId(id) || title === undefined) return undefined;
  const isbns = new Set(textsAt(entry, 'isbn').flatMap((text) => parseIsbn(text) ?? []));
  const languages = textsAt(entry, 'language');
  const year = numberAt(entry, 'first_publish_year');
  return {
    provider: 'open-library',
    id,
    url: pageOf(id),
    title,
    ...given({ subtitle: plainTextAt(entry, 'subtitle') }),
    contributors: distinctPeople(textsAt(entry, 'author_name').map((name) => contributor(name, undefined))),
    series: [],
    ...given({ firstPublished: isYear(year) ? { year } : undefined }),
    ...given({ language: languages.length === 1 ? languageNamed(languages[0]) : undefined }),
    identifiers: [{ scheme: 'openlibrary', value: id }],
    otherEditions: [...isbns].slice(0, MOST_EDITIONS).map((value) => ({ scheme: 'isbn', value })),
    ...subjectsFrom(textsAt(entry, 'subject')),
    ...given({ rating: ratingIn(entry), cover: coverByNumber([at(entry, 'cover_i')], settings) }),
  };
}

function isYear(year: number | undefined): year is number {
  return Number.isSafeInteger(year) && year! >= 1000 && year! <= new Date().getFullYear() + 5;
}

function ratingIn(entry: Json): Candidate['rating'] {
  const value = numberAt(entry, 'ratings_average');
  if (value === undefined || value <= 0 || value > 5) return undefined;
  const count = countAt(entry, 'ratings_count');
  return { value, ...(count !== undefined && { count }), best: 5 };
}
