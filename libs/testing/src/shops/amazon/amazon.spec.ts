import { providers, type Candidate } from '@octavo/providers';
import { aShopBook } from '../books/invented-books.js';
import type { ShopBook } from '../books/shop-book.js';
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

const { amazon } = providers;
const book = aShopBook({ number: 7 });
const others = [8, 9, 10].map((number) => aShopBook({ number }));

let server: ShopServer;
beforeEach(async () => {
  server = await ShopServer.start('amazon');
  server.books = [others[0]!, book, ...others.slice(1)];
});
afterEach(() => server.close());

const settings = () => ({ baseUrl: server.url });
const byIdentifier = (value: string, scheme = 'asin') =>
  amazon.byIdentifier({ authors: [], identifiers: [{ scheme, value }], medium: 'ebook' }, settings());
const byNumber = async (value: string) => foundIn(await ask(byIdentifier(value)[0]!)) as Candidate;

/** What every page of the book tells, in whatever form. */
function expectBook(candidate: Candidate, wanted: ShopBook = book): void {
  expect(candidate).toMatchObject({
    title: wanted.title,
    subtitle: wanted.subtitle,
    series: [wanted.series[0]],
    publisher: wanted.publisher,
    published: asDate(wanted.published),
    language: wanted.language,
    genres: wanted.genres,
    rating: { ...wanted.rating, best: 5 },
  });
  expect(wordsOf(candidate.description)).toBe(wordsOf(wanted.description));
  for (const name of wanted.authors) expect(candidate.contributors).toContainEqual({ name, role: 'author' });
  for (const helper of wanted.helpers) expect(candidate.contributors).toContainEqual(helper);
  for (const address of candidate.cover ?? []) expect(new URL(address).origin).toBe(server.url);
}

describe("the stand-in for Amazon's shop", () => {
  it('leads from a search to the page that tells everything of the printed book', async () => {
    const candidate = await searched('amazon', queryFor(book), server);
    expectBook(candidate);
    expect(candidate).toMatchObject({
      id: ten(book),
      form: 'hardcover',
      pageCount: book.pages,
      identifiers: [{ scheme: 'isbn', value: book.isbn13 }],
      otherEditions: [
        { scheme: 'asin', value: book.kindleAsin },
        { scheme: 'asin', value: book.audioAsin },
      ],
    });
    expect(candidate.contributors).toHaveLength(2);
    expect(server.asked.map(({ path }) => path)).toEqual(['/s', `/dp/${ten(book)}`]);
  });

  it('has the Kindle edition with its pages and without an ISBN of its own', async () => {
    const candidate = await byNumber(book.kindleAsin!);
    expectBook(candidate);
    expect(candidate).toMatchObject({
      form: 'kindle',
      pageCount: book.pages,
      identifiers: [{ scheme: 'asin', value: book.kindleAsin }],
    });
    expect(candidate.otherEditions).toContainEqual({ scheme: 'isbn', value: book.isbn13 });
  });

  it('has the audiobook with who reads it and how long it is', async () => {
    const candidate = await byNumber(book.audioAsin!);
    expectBook(candidate);
    expect(candidate).toMatchObject({ form: 'audiobook', durationSec: book.minutes! * 60, abridged: false });
    expect(candidate.contributors).toContainEqual({ name: book.narrators[0], role: 'narrator' });
    expect(candidate.pageCount).toBeUndefined();
  });

  it.each([
    { details: 'list' },
    { description: 'tab' },
    { description: 'Tab' },
    { details: 'list', description: 'Tab', weight: 300 },
    { market: 'de' },
    { market: 'co.jp' },
    { market: 'de', details: 'list' },
    { market: 'co.jp', details: 'list' },
  ] as const)('tells the same with %j', async (manners) => {
    server.manners = manners;
    expectBook(await searched('amazon', queryFor(book), server));
    const kindle = await byNumber(book.kindleAsin!);
    expectBook(kindle);
    expect(kindle).toMatchObject({ form: 'kindle', pageCount: book.pages });
    const audio = await byNumber(book.audioAsin!);
    expectBook(audio);
    expect(audio).toMatchObject({ durationSec: book.minutes! * 60, abridged: false });
  });

  it('tells in a list of results what can be chosen by', async () => {
    const [hit] = await hitsOf('amazon', queryFor(book), server);
    expect(hit).toMatchObject({
      id: ten(book),
      title: book.title,
      authors: book.authors,
      series: [book.series[0]],
      published: asDate(book.published),
      form: 'hardcover',
    });
  });

  it('has before what is looked for what nobody looked for', async () => {
    server.manners = { clutter: true };
    const hits = await hitsOf('amazon', queryFor(book), server);
    const at = hits.findIndex(({ id }) => id === ten(book));
    expect(at).toBeGreaterThan(0);
    expect(hits.slice(0, at).map(({ title }) => title)).toContain(`Summary of ${book.title}`);
    expect(hits.filter(({ id }) => id.startsWith('B0AD'))).toEqual([]);
    const page = await fetched(amazon.searches(queryFor(book), settings())[0]!.request);
    expect(new TextDecoder().decode(page.body).match(/data-asin="B0AD\d{6}"/g)).toHaveLength(4);
    expectBook(await wholeOf('amazon', hits[at]!, server));
  });

  it('has pages of mugs, which are no books, and of what is advertised, which are', async () => {
    server.manners = { clutter: true };
    expect(await ask(byIdentifier('B0MUG00007')[0]!)).toEqual({ kind: 'not-found' });
    expect(await byNumber('B0AD200007')).toMatchObject({ title: 'Sponsored Dreams 3' });
  });

  it('finds a book by an ISBN that has no ten digits, and one that is not sold under its own', async () => {
    server.books = [aShopBook({ number: 1, isbn13: '9791036000249' }), book];
    const [search] = byIdentifier('9791036000249', 'isbn');
    const [hit] = foundIn(await ask(search!)) as Awaited<ReturnType<typeof hitsOf>>;
    expect(await wholeOf('amazon', hit!, server)).toMatchObject({
      id: 'B0P0000001',
      identifiers: expect.arrayContaining([{ scheme: 'isbn', value: '9791036000249' }]),
    });
    server.fail('not-found', { paths: /^\/dp\//, times: 1 });
    const [page, byWords] = byIdentifier(book.isbn13!, 'isbn');
    expect(await ask(page!)).toEqual({ kind: 'not-found' });
    const hits = foundIn(await ask(byWords!)) as Awaited<ReturnType<typeof hitsOf>>;
    expectBook(await wholeOf('amazon', hits[0]!, server));
  });

  it.each(['com', 'de', 'co.jp'] as const)('knows in %s no book that it has not', async (market) => {
    server.manners = { market };
    expect(await ask(byIdentifier('B000000001')[0]!)).toEqual({ kind: 'not-found' });
    const [search] = amazon.searches({ ...queryFor(book), title: 'Qwxyz', authors: [] }, settings());
    expect(await ask(search!)).toEqual({ kind: 'not-found' });
  });

  it('leaves out what is not known', async () => {
    const bare = aShopBook({
      number: 3,
      subtitle: undefined,
      helpers: [],
      series: [],
      pages: undefined,
      rating: undefined,
      cover: undefined,
      audioAsin: undefined,
    });
    server.books = [bare];
    const candidate = await searched('amazon', queryFor(bare), server);
    expect(candidate).toMatchObject({ title: bare.title, series: [], contributors: [{ name: bare.authors[0] }] });
    for (const field of ['subtitle', 'pageCount', 'rating', 'cover']) expect(candidate).not.toHaveProperty(field);
  });

  it('does not talk to what does not look like a browser', async () => {
    const { request } = byIdentifier(ten(book))[0]!;
    expect(await fetched({ url: request.url })).toMatchObject({ status: 503 });
    expect(await fetched(request)).toMatchObject({ status: 200 });
  });

  it('sends pictures to everybody, whole and small', async () => {
    const { cover = [] } = await byNumber(ten(book));
    expect(cover).toHaveLength(2);
    for (const url of cover)
      expect(await fetched({ url })).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
  });
});
