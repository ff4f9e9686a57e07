import { parseIsbn, type Contributor } from '@octavo/domain';
import type { HtmlPage } from '../html-page.js';
import { at, countAt, listAt, numberAt, parseJson, plainTextAt, textAt, type Json } from '../json-value.js';
import { languageNamed } from '../language.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { contributor, distinctPeople } from '../people.js';
import { publishedForm } from '../published-form.js';
import { coverFrom } from './cover.js';
import { ratingOf } from './next-data.js';
import type { PageFacts } from './page-facts.js';
import { titleParts } from './title-series.js';

const MAX_SCRIPTS = 20;

/** What the page's linked data (schema.org) says of a book: no publisher and no series, and its texts are escaped. */
export function factsOfLinkedData(page: HtmlPage, settings: ProviderSettings): PageFacts {
  const scripts = page('script[type="application/ld+json"]').slice(0, MAX_SCRIPTS).toArray();
  const book = scripts.flatMap((script) => things(parseJson(page(script).text()))).find(isBook);
  if (book === undefined) return {};
  const isbn = parseIsbn(textAt(book, 'isbn') ?? '');
  const whole = plainTextAt(book, 'name') ?? '';
  const { title, series } = titleParts(whole);
  return {
    title: title === '' ? undefined : title,
    ...(whole !== title && { fullTitle: whole }),
    series,
    contributors: authorsOf(book),
    cover: coverFrom(textAt(book, 'image') ?? textAt(book, 'image', 'url'), settings),
    form: publishedForm(textAt(book, 'bookFormat')),
    pageCount: countAt(book, 'numberOfPages'),
    language: languageNamed(textAt(book, 'inLanguage')),
    identifiers: isbn === undefined ? [] : [{ scheme: 'isbn', value: isbn }],
    rating: ratingOf(numberAt(book, 'aggregateRating', 'ratingValue'), countAt(book, 'aggregateRating', 'ratingCount')),
  };
}

/** One thing, a list of them, or a graph that holds them. */
function things(value: Json): Json[] {
  const top = Array.isArray(value) ? listAt({ value }, 'value') : [value];
  return top.flatMap((thing) => [thing, ...listAt(thing, '@graph')]);
}

function isBook(thing: Json): boolean {
  const type = at(thing, '@type');
  return type === 'Book' || listAt(thing, '@type').includes('Book');
}

function authorsOf(book: Json): Contributor[] {
  const author = at(book, 'author');
  const entries = Array.isArray(author) ? listAt(book, 'author') : [author];
  const names = entries.flatMap((entry) => plainTextAt(entry, 'name') ?? plainTextAt({ entry }, 'entry') ?? []);
  return distinctPeople(names.map((name) => contributor(name, undefined)));
}
