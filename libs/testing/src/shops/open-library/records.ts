import { isbn10Of } from '@octavo/domain';
import type { Catalogue } from '../books/catalogue.js';
import type { ShopBook } from '../books/shop-book.js';
import { plainParagraphs } from '../markup.js';
import { longDate } from '../written.js';
import { authorKey, editionKey, pictureNumber, workKey } from './record-ids.js';

const STAMP = { type: '/type/datetime', value: '2021-10-04T03:33:40.000000' };
/** What the library does with its copies, and marks for programs: subjects that are none. */
const NO_SUBJECTS = ['Accessible book', 'Protected DAISY', 'nyt:hardcover-fiction=2012-01-01'];
const BINDINGS = { hardcover: 'Hardcover', paperback: 'Paperback', 'mass-market': 'Mass Market Paperback' };

/** The record of a printed edition; every second one leaves its authors to the record of the work. */
export function editionRecord(book: ShopBook, catalogue: Catalogue): unknown {
  const { isbn13, helpers, series, number } = book;
  const ten = isbn13 && isbn10Of(isbn13);
  const hasAuthors = number % 2 === 1;
  return {
    type: { key: '/type/edition' },
    key: editionKey(book),
    works: [{ key: workKey(book) }],
    title: book.title,
    ...(book.subtitle && { subtitle: book.subtitle }),
    ...(hasAuthors && { authors: book.authors.map((name) => ({ key: authorKey(name, catalogue) })) }),
    ...(helpers.length > 0 && { contributors: helpers.map(({ name, role }) => ({ name, role: capital(role) })) }),
    publishers: [book.publisher],
    publish_date: longDate(book.published),
    number_of_pages: book.pages,
    languages: [{ key: `/languages/${threeLetters(book.language)}` }],
    covers: [-1, pictureNumber(book) ?? -1],
    ...(ten && { isbn_10: [ten] }),
    isbn_13: [isbn13],
    ...(series.length > 0 && {
      series: series.map(({ name, number: place }) => (place ? `${name} -- bk. ${place}` : name)),
    }),
    physical_format: BINDINGS[book.binding],
    identifiers: { goodreads: [String(8_000_000 + number)], ...(ten && { amazon: [ten] }) },
    latest_revision: 14,
    revision: 14,
    last_modified: STAMP,
  };
}

/** The record of a work. Its description is a text or an object, with what its writers hang below it. */
export function workRecord(book: ShopBook, catalogue: Catalogue): unknown {
  const description = `${plainParagraphs(book.description)} ([source][1])\r\n\r\n[1]: https://example.org/x\r\n\r\n----------\r\nAlso contained in:\r\n - [The Collected Works](/works/OL1W)`;
  const picture = pictureNumber(book);
  return {
    type: { key: '/type/work' },
    key: workKey(book),
    title: book.title,
    ...(book.subtitle && { subtitle: book.subtitle }),
    authors: book.authors.map((name) => ({
      author: { key: authorKey(name, catalogue) },
      type: { key: '/type/author_role' },
    })),
    description: book.number % 2 === 0 ? description : { type: '/type/text', value: description },
    subjects: [...book.genres, ...NO_SUBJECTS],
    ...(book.firstPublished && { first_publish_date: book.firstPublished.slice(0, 4) }),
    covers: picture === undefined ? [] : [picture, -1],
    latest_revision: 9,
    last_modified: STAMP,
  };
}

export function authorRecord(name: string, key: string): unknown {
  return { type: { key: '/type/author' }, key, name, personal_name: name, latest_revision: 3, last_modified: STAMP };
}

/** A work as a search tells of it, all its editions in one; the caller takes the fields that were asked for. */
export function searchEntry(book: ShopBook, catalogue: Catalogue): Record<string, unknown> {
  const ten = book.isbn13 && isbn10Of(book.isbn13);
  return {
    key: workKey(book),
    title: book.title,
    subtitle: book.subtitle,
    author_name: book.authors,
    author_key: book.authors.map((name) => authorKey(name, catalogue).split('/').at(-1)),
    first_publish_year: Number((book.firstPublished ?? book.published).slice(0, 4)),
    edition_count: 2,
    edition_key: [editionKey(book).split('/').at(-1)],
    isbn: book.isbn13 && [book.isbn13, ...(ten ? [ten] : []), '9780306406157'],
    cover_i: pictureNumber(book),
    publisher: [book.publisher, 'Somebody Else'],
    language: [threeLetters(book.language)],
    number_of_pages_median: book.pages,
    subject: [...book.genres, ...NO_SUBJECTS],
    ratings_average: book.rating?.value,
    ratings_count: book.rating?.count,
  };
}

const CODES = new Map(
  'en eng,de ger,fr fre,es spa,it ita,pt por,nl dut,sv swe,da dan,nb nob,fi fin,pl pol,cs cze,ru rus,uk ukr,tr tur,el gre,la lat,he heb,ar ara,ja jpn,zh chi,ko kor'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** As the Library of Congress writes languages (MARC), whose codes the catalogue has. */
function threeLetters(tag: string): string {
  return CODES.get(tag.split('-')[0] ?? '') ?? 'und';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
