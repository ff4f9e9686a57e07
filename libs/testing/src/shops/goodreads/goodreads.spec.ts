import { providers, type Candidate, type SearchHit } from '@octavo/providers';
import { aShopBook } from '../books/invented-books.js';
import { titleLine } from '../books/shop-book.js';
import { ShopServer } from '../shop-server.js';
import {
  asDate,
  ask,
  fetched,
  foundIn,
  hitsOf,
  queryFor,
  searched,
  ten,
  wholeOf,
  wordsOf,
} from '../testing/ask-shop.js';
import { goodreadsId } from './goodreads-ids.js';
import { pacificMidnight } from './pacific-midnight.js';

const { goodreads } = providers;
const book = aShopBook({ number: 7 });
const others = [5, 6, 8].map((number) => aShopBook({ number }));

let server: ShopServer;
beforeEach(async () => {
  server = await ShopServer.start('goodreads');
  server.books = [...others, book];
});
afterEach(() => server.close());

const settings = () => ({ baseUrl: server.url });
const byIdentifier = (scheme: string, value: string) =>
  goodreads.byIdentifier({ authors: [], identifiers: [{ scheme, value }], medium: 'ebook' }, settings());

function expectBook(candidate: Candidate): void {
  expect(candidate).toMatchObject({
    id: goodreadsId(book),
    title: titleLine(book),
    series: [{ name: book.series[0]!.name, number: book.series[0]!.number }],
    genres: book.genres,
    pageCount: book.pages,
    form: 'hardcover',
    rating: { ...book.rating, best: 5 },
  });
  expect(candidate.contributors).toContainEqual({ name: book.authors[0], role: 'author' });
  expect(wordsOf(candidate.description)).toBe(wordsOf(book.description));
  for (const address of candidate.cover ?? []) expect(new URL(address).origin).toBe(server.url);
}

describe('the stand-in for Goodreads', () => {
  it('leads from a proposal to the page that tells everything', async () => {
    const candidate = await searched('goodreads', queryFor(book), server);
    expectBook(candidate);
    expect(candidate).toMatchObject({
      publisher: book.publisher,
      published: asDate(book.published),
      firstPublished: asDate(book.firstPublished!),
      language: 'en',
      contributors: [{ name: book.authors[0], role: 'author' }, book.helpers[0]],
      identifiers: [
        { scheme: 'isbn', value: book.isbn13 },
        { scheme: 'goodreads', value: goodreadsId(book) },
      ],
    });
    expect(server.asked.map(({ path }) => path)).toEqual(['/book/auto_complete', `/book/show/${goodreadsId(book)}`]);
  });

  it('tells as much as is to be seen on a page without data', async () => {
    server.manners = { pageData: false };
    const candidate = await searched('goodreads', queryFor(book), server);
    expectBook(candidate);
    expect(candidate.firstPublished).toEqual(asDate(book.firstPublished!));
    expect(candidate.identifiers).toContainEqual({ scheme: 'isbn', value: book.isbn13 });
  });

  it('proposes a book with enough to keep where its page is fenced off', async () => {
    server.fail('waf-202', { paths: /^\/book\/show/ });
    const [hit] = await hitsOf('goodreads', queryFor(book), server);
    expect((await ask(goodreads.details(hit!, settings())!)).kind).toBe('blocked');
    expect(hit!.candidate).toMatchObject({
      title: titleLine(book),
      pageCount: book.pages,
      rating: { ...book.rating, best: 5 },
      partialDescription: true,
      series: [{ name: book.series[0]!.name, number: book.series[0]!.number }],
    });
    for (const url of hit!.candidate!.cover ?? []) expect(await fetched({ url })).toMatchObject({ status: 200 });
  });

  it('knows a book by its ISBN, in proposals and by the way to its page', async () => {
    const [proposed, page] = byIdentifier('isbn', book.isbn13!);
    const hits = foundIn(await ask(proposed!)) as SearchHit[];
    expect(hits.map(({ id }) => id)).toEqual([goodreadsId(book)]);
    expectBook(foundIn(await ask(page!)) as Candidate);
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/book/auto_complete',
      `/book/isbn/${book.isbn13}`,
      expect.stringMatching(`^/book/show/${goodreadsId(book)}-the-`),
    ]);
  });

  it('knows it by an ASIN as well', async () => {
    const [proposed] = byIdentifier('asin', book.kindleAsin!);
    expect(foundIn(await ask(proposed!))).toMatchObject([{ id: goodreadsId(book) }]);
  });

  it.each(['table', 'list'] as const)('has a page of results as a %s', async (results) => {
    server.manners = { results };
    const search = goodreads.searches(queryFor(book), settings()).at(-1)!;
    const hits = foundIn(await ask(search));
    expect(hits[0]).toMatchObject({
      id: goodreadsId(book),
      title: titleLine(book),
      authors: book.authors,
      series: [{ name: book.series[0]!.name, number: book.series[0]!.number }],
      published: { year: Number(book.published.slice(0, 4)) },
    });
    expectBook(await wholeOf('goodreads', hits[0]!, server));
    const nothing = goodreads.searches({ ...queryFor(book), title: 'Qwxyz', authors: [] }, settings()).at(-1)!;
    expect(await ask(nothing)).toEqual({ kind: 'not-found' });
  });

  it('has all results of a long list, also those that come late', async () => {
    server.manners = { results: 'list' };
    server.books = Array.from({ length: 9 }, (_, at) =>
      aShopBook({ number: at + 1, title: `Harbour ${at}`, series: [] }),
    );
    const hits = foundIn(
      await ask(goodreads.searches({ ...queryFor(book), title: 'Harbour', authors: [] }, settings()).at(-1)!),
    );
    expect(hits).toHaveLength(9);
    for (const { authors } of hits) expect(authors).toHaveLength(1);
  });

  it('leads from a search for a number straight to the book', async () => {
    const query = { ...queryFor(book), title: ten(book), authors: [] };
    const hits = foundIn(await ask(goodreads.searches(query, settings()).at(-1)!));
    expect(hits).toMatchObject([{ id: goodreadsId(book), candidate: { publisher: book.publisher } }]);
  });

  it.each(['status', 'null'] as const)('says by %s that there is no such book', async (missing) => {
    server.manners = { missing };
    expect(await ask(byIdentifier('goodreads', '77')[0]!)).toEqual({ kind: 'not-found' });
    expect(await ask(byIdentifier('isbn', '9780306406157')[0]!)).toEqual({ kind: 'not-found' });
    expect(await ask(byIdentifier('isbn', '9780306406157')[1]!)).toEqual({ kind: 'not-found' });
  });

  it('tells of a book that is only for the Kindle, or only an audiobook', async () => {
    const kindle = aShopBook({ number: 1, isbn13: undefined });
    const audio = aShopBook({ number: 2, isbn13: undefined, kindleAsin: undefined });
    server.books = [kindle, audio];
    const whole = (id: string) => ask(byIdentifier('goodreads', id)[0]!);
    expect(await whole(goodreadsId(kindle))).toMatchObject({
      value: { form: 'kindle', identifiers: [{ scheme: 'asin', value: kindle.kindleAsin }, { scheme: 'goodreads' }] },
    });
    const heard = foundIn(await whole(goodreadsId(audio))) as Candidate;
    expect(heard).toMatchObject({ form: 'audiobook' });
    expect(heard.contributors).toContainEqual({ name: audio.narrators[0], role: 'narrator' });
  });

  it('leaves out what is not known', async () => {
    const bare = aShopBook({ number: 9, cover: undefined, rating: undefined, series: [], pages: undefined });
    server.books = [bare];
    const candidate = await searched('goodreads', queryFor(bare), server);
    expect(candidate).toMatchObject({ title: titleLine(bare), series: [] });
    for (const field of ['cover', 'rating', 'pageCount']) expect(candidate).not.toHaveProperty(field);
  });

  it('proposes study guides before books where there is clutter', async () => {
    server.manners = { clutter: true };
    const hits = await hitsOf('goodreads', queryFor(book), server);
    expect(hits.slice(0, 2).map(({ title }) => title)).toEqual([
      `Summary of ${book.title}: A Study Guide`,
      titleLine(book),
    ]);
    expect(await wholeOf('goodreads', hits[0]!, server)).toMatchObject({ contributors: [{ name: 'QuickRead Notes' }] });
  });

  it('begins its days at midnight on the Pacific coast, in summer and in winter', () => {
    expect(pacificMidnight('2016-07-26')).toBe(1_469_516_400_000);
    expect(pacificMidnight('2011-01-15')).toBe(Date.UTC(2011, 0, 15, 8));
  });
});
