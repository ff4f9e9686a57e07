import { providers, type Candidate } from '@octavo/providers';
import sharp from 'sharp';
import { aShopBook } from '../books/invented-books.js';
import { ShopServer } from '../shop-server.js';
import { asDate, ask, fetched, foundIn, hitsOf, queryFor, wholeOf, wordsOf } from '../testing/ask-shop.js';

const { audible } = providers;
const book = aShopBook({
  number: 7,
  series: [{ name: 'The Long Tide', number: '2.5' }, { name: 'The World of Tides' }],
});

let server: ShopServer;
beforeEach(async () => {
  server = await ShopServer.start('audible');
  server.books = [aShopBook({ number: 6 }), book, aShopBook({ number: 8, title: book.title, audioAsin: undefined })];
});
afterEach(() => server.close());

const byNumber = (asin: string) =>
  audible.byIdentifier(
    { authors: [], identifiers: [{ scheme: 'asin', value: asin }], medium: 'audiobook' },
    { baseUrl: server.url },
  )[0]!;

async function expectBook(candidate: Candidate): Promise<void> {
  expect(candidate).toMatchObject({
    id: book.audioAsin,
    title: book.title,
    subtitle: book.subtitle,
    contributors: [
      { name: book.authors[0], role: 'author' },
      { name: book.helpers[0]!.name, role: 'illustrator' },
      { name: book.narrators[0], role: 'narrator' },
    ],
    series: book.series,
    publisher: book.publisher,
    published: asDate(book.published),
    language: 'en',
    genres: book.genres.slice(0, 1),
    tags: book.genres.slice(1),
    durationSec: book.minutes! * 60,
    abridged: false,
    rating: { ...book.rating, best: 5 },
  });
  expect(wordsOf(candidate.description)).toBe(wordsOf(book.description));
  expect(candidate.cover).toHaveLength(3);
  const pictures = await Promise.all(
    candidate.cover!.map(async (url) => sharp((await fetched({ url })).body).metadata()),
  );
  expect(pictures.map(({ width, height }) => [width, height])).toEqual([
    [1000, 1000],
    [1000, 1000],
    [500, 500],
  ]);
}

describe("the stand-in for Audible's catalogue", () => {
  it('tells everything of a product by its number', async () => {
    await expectBook(foundIn(await ask(byNumber(book.audioAsin!))) as Candidate);
  });

  it('tells as much in a list, of audiobooks alone', async () => {
    const hits = await hitsOf('audible', queryFor(book, { medium: 'audiobook' }), server);
    expect(hits.map(({ id }) => id)).toEqual([book.audioAsin]);
    await expectBook(await wholeOf('audible', hits[0]!, server));
    expect(server.asked.filter(({ path }) => path.startsWith('/1.0/'))).toHaveLength(1);
  });

  it('lists podcasts and study guides first where there is clutter', async () => {
    server.manners = { clutter: true };
    const query = queryFor(book, { medium: 'audiobook' });
    const hits = await hitsOf('audible', query, server);
    expect(hits.map(({ title }) => title)).toEqual([`Summary of ${book.title}`, book.title]);
    const list = await fetched(audible.searches(query, { baseUrl: server.url })[0]!.request);
    expect(new TextDecoder().decode(list.body)).toContain('PodcastParent');
  });

  it('answers for a number that it does not know with that number', async () => {
    const question = byNumber('B0A9999999');
    expect(await ask(question)).toEqual({ kind: 'not-found' });
    const { status, body } = await fetched(question.request);
    expect([status, JSON.parse(new TextDecoder().decode(body))]).toMatchObject([
      200,
      { product: { asin: 'B0A9999999' } },
    ]);
  });

  it('tells what is asked for alone, and nothing to those who ask for what it has not', async () => {
    const path = `${server.url}/1.0/catalog/products/${book.audioAsin}`;
    const told = async (query: string) => {
      const { status, body } = await fetched({ url: `${path}${query}` });
      return [status, JSON.parse(new TextDecoder().decode(body)).product];
    };
    expect(await told('')).toEqual([200, { asin: book.audioAsin }]);
    expect(await told('?response_groups=rating,series')).toEqual([
      200,
      { asin: book.audioAsin, rating: expect.anything(), series: expect.anything() },
    ]);
    expect(await told('?response_groups=rating,prices')).toEqual([400, undefined]);
  });
});
