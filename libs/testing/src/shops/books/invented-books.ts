import { FIRST_NAMES, GENRES, KINDS, LAST_NAMES, PLACES, PUBLISHERS, THINGS } from './invented-words.js';
import { inventedIsbn } from './isbn.js';
import type { ShopBook, ShopSeries } from './shop-book.js';

const TITLES = KINDS.length * THINGS.length * PLACES.length;
/** Prime to the number of titles, so that neighbours differ and none comes twice. */
const STRIDE = 7919;
const SERIES_LENGTH = 4;

/** A book of which everything is known, in print, for the Kindle and as an audiobook. Its number decides the rest. */
export function aShopBook(over: Partial<ShopBook> = {}): ShopBook {
  const number = over.number ?? 1;
  const [kind, thing, place] = wordsOf(number);
  // Books of one series have consecutive numbers, and one author.
  const saga = Math.floor((number - 1) / SERIES_LENGTH);
  return {
    number,
    title: `The ${kind} ${thing} of ${place}`,
    subtitle: `A Tale of the ${thing}s`,
    authors: [personOf(saga)],
    helpers: [{ name: personOf(saga + 150), role: 'illustrator' }],
    narrators: [personOf(saga + 250)],
    series: [seriesOf(number, saga)],
    isbn13: inventedIsbn(number),
    binding: number % 2 === 0 ? 'paperback' : 'hardcover',
    kindleAsin: `B0K${padded(number, 7)}`,
    audioAsin: `B0A${padded(number, 7)}`,
    description: `<p>Nobody goes to <i>${place}</i> any more, until a ${thing?.toLowerCase()} is found there.</p><p>Then the tide <b>stays</b> — for good.</p>`,
    publisher: PUBLISHERS[number % PUBLISHERS.length]!,
    published: `${1990 + (number % 30)}-${padded(2 + (number % 11), 2)}-${padded(2 + (number % 26), 2)}`,
    firstPublished: `${1960 + (number % 30)}-05-17`,
    pages: 180 + (number % 900),
    minutes: 300 + (number % 900),
    language: 'en',
    genres: GENRES[number % GENRES.length]!,
    rating: { value: 3 + (number % 20) / 10, count: 10 + ((number * 37) % 90_000) },
    cover: { width: 1000, height: 1500 },
    ...over,
  };
}

/** So many books, as unlike each other as those of a library: some lack one thing, some another. */
export function shopBooks(count: number): ShopBook[] {
  return Array.from({ length: count }, (_, at) => variedBook(at + 1));
}

function variedBook(number: number): ShopBook {
  const every = (step: number) => number % step === 0;
  const inSeries = Math.floor((number - 1) / SERIES_LENGTH) % 2 === 0;
  return aShopBook({
    number,
    ...(!every(5) && { subtitle: undefined }),
    ...(!every(6) && { helpers: [] }),
    ...(!inSeries && { series: [] }),
    ...(every(25) && { isbn13: inventedIsbn(number, '9791') }),
    ...(every(11) && { isbn13: undefined }),
    ...(every(7) && { kindleAsin: undefined }),
    ...(every(3) && { firstPublished: undefined }),
    ...(every(13) && { rating: undefined }),
    ...(every(17) && { cover: undefined }),
    ...(every(10) && { language: 'de' }),
  });
}

function wordsOf(number: number) {
  const at = (number * STRIDE) % TITLES;
  const perKind = THINGS.length * PLACES.length;
  return [
    KINDS[Math.floor(at / perKind)]!,
    THINGS[Math.floor(at / PLACES.length) % THINGS.length]!,
    PLACES[at % PLACES.length]!,
  ] as const;
}

function seriesOf(number: number, saga: number): ShopSeries {
  const name = `${PLACES[saga % PLACES.length]} ${THINGS[Math.floor(saga / PLACES.length) % THINGS.length]}s`;
  return { name, number: String(((number - 1) % SERIES_LENGTH) + 1), total: SERIES_LENGTH };
}

function personOf(at: number): string {
  const last = Math.floor(at / FIRST_NAMES.length) + at * 7;
  return `${FIRST_NAMES[at % FIRST_NAMES.length]} ${LAST_NAMES[last % LAST_NAMES.length]}`;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
