import { parseAsin, parseIsbn, type Contributor, type Identifier } from '@octavo/domain';
import type { SeriesFound } from '../candidate.js';
import { descriptionFrom } from '../description.js';
import { at, countAt, isObject, listAt, numberAt, rawTextAt, textAt, type Json } from '../json-value.js';
import { languageNamed } from '../language.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { contributor, distinctPeople } from '../people.js';
import { publishedForm } from '../published-form.js';
import { distinctSeries, seriesFound } from '../series-position.js';
import { coverFrom } from './cover.js';
import { genresFrom } from './genres.js';
import { pacificDate } from './pacific-date.js';
import type { PageFacts } from './page-facts.js';
import { titleParts } from './title-series.js';

/** What the page's own data says it is about: a book, one that is gone, or nothing of the kind. */
export type Pointed = { kind: 'book'; book: Json } | { kind: 'gone' } | { kind: 'nothing' };

const POINTER = /^getBookByLegacyId\(.{0,100}?"legacyId"\s*:\s*"?(\d{1,12})"?/;

/**
 * The book that the page is about, among many others its data holds in part: the one its query of this id points at.
 * Without an id, the only one that is pointed at.
 */
export function pointedBook(state: Json, id: string | undefined): Pointed {
  const query = at(state, 'ROOT_QUERY');
  const pointers = Object.keys(isObject(query) ? query : {}).filter((key) => POINTER.test(key));
  const own = pointers.filter((key) => id === undefined || POINTER.exec(key)?.[1] === id);
  const [pointer] = own;
  if (pointer === undefined || own.length > 1) return { kind: 'nothing' };
  if (at(query, pointer) === null) return { kind: 'gone' };
  const book = referred(state, at(query, pointer));
  return textAt(book, 'title') === undefined ? { kind: 'nothing' } : { kind: 'book', book };
}

function referred(state: Json, reference: Json): Json {
  const name = at(reference, '__ref');
  return typeof name === 'string' ? at(state, name) : undefined;
}

/** A book of the page's data (`apolloState`), with what it refers to. */
export function factsOfBook(state: Json, book: Json, settings: ProviderSettings): PageFacts {
  const title = textAt(book, 'title');
  const whole = textAt(book, 'titleComplete') ?? title ?? '';
  const parts = titleParts(whole, title);
  const named = distinctSeries(listAt(book, 'bookSeries').flatMap((entry) => seriesOf(state, entry)));
  const shelves = listAt(book, 'bookGenres').flatMap((entry) => textAt(entry, 'genre', 'name') ?? []);
  const description = rawTextAt(book, 'description') ?? rawTextAt(book, 'description({"stripped":true})');
  return {
    title: parts.title,
    ...(whole !== parts.title && { fullTitle: whole }),
    contributors: contributorsOf(state, book),
    series: named.length > 0 ? named : parts.series,
    description: description === undefined ? undefined : descriptionFrom(description, title),
    ...genresFrom(shelves),
    cover: coverFrom(textAt(book, 'imageUrl'), settings),
    ...editionOf(at(book, 'details')),
    ...workOf(referred(state, at(book, 'work'))),
  };
}

function contributorsOf(state: Json, book: Json): Contributor[] {
  const edges = [at(book, 'primaryContributorEdge'), ...listAt(book, 'secondaryContributorEdges')];
  const people = edges.flatMap((edge) => {
    const name = textAt(referred(state, at(edge, 'node')), 'name');
    return name === undefined ? [] : [contributor(name, textAt(edge, 'role'))];
  });
  return distinctPeople(people);
}

function seriesOf(state: Json, entry: Json): SeriesFound[] {
  const name = textAt(referred(state, at(entry, 'series')), 'title');
  return name === undefined ? [] : [seriesFound(name, textAt(entry, 'userPosition'))];
}

function editionOf(details: Json): PageFacts {
  const published = numberAt(details, 'publicationTime');
  return {
    form: publishedForm(textAt(details, 'format')),
    pageCount: countAt(details, 'numPages'),
    published: published === undefined ? undefined : pacificDate(published),
    publisher: textAt(details, 'publisher'),
    language: languageNamed(textAt(details, 'language', 'name')),
    identifiers: identifiersOf(details),
  };
}

/** For a printed book the ASIN is its ISBN-10, and no ASIN. */
function identifiersOf(details: Json): Identifier[] {
  const isbn = [textAt(details, 'isbn13'), textAt(details, 'isbn')].map((text) => parseIsbn(text ?? '')).find(Boolean);
  const asin = parseAsin(textAt(details, 'asin') ?? '');
  return [...(isbn ? [{ scheme: 'isbn', value: isbn }] : []), ...(asin?.scheme === 'asin' ? [asin] : [])];
}

function workOf(work: Json): PageFacts {
  const first = numberAt(work, 'details', 'publicationTime');
  const value = numberAt(work, 'stats', 'averageRating');
  const count = countAt(work, 'stats', 'ratingsCount');
  return {
    firstPublished: first === undefined ? undefined : pacificDate(first),
    rating: ratingOf(value, count),
  };
}

/** Stars from above none to five; a book nobody has rated has none. */
export function ratingOf(value: number | undefined, count: number | undefined): PageFacts['rating'] {
  if (value === undefined || value <= 0 || value > 5) return undefined;
  return { value, ...(count !== undefined && { count }), best: 5 };
}
