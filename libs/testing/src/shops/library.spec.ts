import { providers, type Candidate, type ProviderId } from '@octavo/providers';
import { shopBooks } from './books/invented-books.js';
import { titleLine, type ShopBook } from './books/shop-book.js';
import type { Manners } from './manners.js';
import { ShopServer } from './shop-server.js';
import { asDate, ask, foundIn, hitsOf, queryFor, wholeOf, wordsOf } from './testing/ask-shop.js';

const library = shopBooks(300);
/** Enough of them that everything is missing once. */
const sample = library.slice(0, 30);

/** What every provider tells of a book, as the book has it. */
function told(book: ShopBook, provider: ProviderId) {
  return {
    title: provider === 'goodreads' ? titleLine(book) : book.title,
    subtitle: provider === 'goodreads' ? undefined : book.subtitle,
    authors: book.authors,
    publisher: book.publisher as string | undefined,
    published: asDate(book.published),
    language: book.language as string | undefined,
    series: book.series.map(({ name, number }) => `${name} ${number}`),
    shelves: book.genres,
    rating: book.rating?.value,
    hasCover: book.cover !== undefined,
    description: wordsOf(book.description),
  };
}

/** The same as a candidate has it. */
function asTold(candidate: Candidate): ReturnType<typeof told> {
  const { title, subtitle, contributors, publisher, published, language, series, genres, tags, rating } = candidate;
  return {
    title,
    subtitle,
    authors: contributors.filter(({ role }) => role === 'author').map(({ name }) => name),
    publisher,
    published: published as ReturnType<typeof asDate>,
    language,
    series: series.map(({ name, number }) => `${name} ${number}`),
    shelves: [...genres, ...tags],
    rating: rating?.value,
    hasCover: candidate.cover !== undefined,
    description: wordsOf(candidate.description),
  };
}

async function withLibrary(id: ProviderId, manners: Manners, work: (server: ShopServer) => Promise<void>) {
  const server = await ShopServer.start(id, manners);
  server.books = library;
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

describe('a library of books that lack now one thing, now another', () => {
  it.each([
    ['amazon', {}],
    ['amazon', { market: 'de', details: 'list' }],
    ['amazon', { market: 'co.jp', description: 'Tab' }],
    ['goodreads', {}],
    ['audible', {}],
  ] as [ProviderId, Manners][])('comes back from searches of %s with %j', (id, manners) =>
    withLibrary(id, manners, async (server) => {
      for (const book of sample) {
        if (id === 'amazon' && !book.isbn13) continue; // not among printed books
        const hits = await hitsOf(id, queryFor(book, id === 'audible' ? { medium: 'audiobook' } : {}), server);
        expect(hits[0]!.authors).toEqual(book.authors);
        expect(asTold(await wholeOf(id, hits[0]!, server))).toEqual(told(book, id));
      }
    }),
  );

  it('comes back from Audnexus by number', () =>
    withLibrary('audnexus', {}, async (server) => {
      for (const book of sample) {
        const identifiers = [{ scheme: 'asin', value: book.audioAsin! }];
        const query = queryFor(book, { identifiers, medium: 'audiobook' });
        const [question] = providers.audnexus.byIdentifier(query, { baseUrl: server.url });
        expect(asTold(foundIn(await ask(question!)) as Candidate)).toEqual(told(book, 'audnexus'));
      }
    }));

  it('comes back from Open Library by ISBN, without what it does not know of editions', () =>
    withLibrary('open-library', {}, async (server) => {
      for (const book of sample.filter(({ isbn13 }) => isbn13)) {
        const [question] = providers['open-library'].byIdentifier(queryFor(book), { baseUrl: server.url });
        const expected = { ...told(book, 'open-library'), rating: undefined };
        expect(asTold(foundIn(await ask(question!)) as Candidate)).toEqual(expected);
      }
    }));
});
