import { providers, type Candidate } from '@octavo/providers';
import { aShopBook } from '../books/invented-books.js';
import { ShopServer } from '../shop-server.js';
import { asDate, ask, fetched, foundIn, wordsOf } from '../testing/ask-shop.js';

const { audnexus } = providers;
const book = aShopBook({
  number: 7,
  series: [{ name: 'The Long Tide', number: '2.5' }, { name: 'The World of Tides' }],
  helpers: [{ name: 'Petra Roan', role: 'translator' }],
});

let server: ShopServer;
beforeEach(async () => {
  server = await ShopServer.start('audnexus');
  server.books = [aShopBook({ number: 6, regions: ['us'] }), book];
});
afterEach(() => server.close());

const questions = (asin: string, market?: string) =>
  audnexus.byIdentifier(
    { authors: [], identifiers: [{ scheme: 'asin', value: asin }], medium: 'audiobook' },
    { baseUrl: server.url, market },
  );

describe('the stand-in for Audnexus', () => {
  it('has an audiobook by its number', async () => {
    const candidate = foundIn(await ask(questions(book.audioAsin!)[0]!)) as Candidate;
    expect(candidate).toMatchObject({
      id: book.audioAsin,
      title: book.title,
      subtitle: book.subtitle,
      contributors: [
        { name: book.authors[0], role: 'author' },
        { name: 'Petra Roan', role: 'translator' },
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
      rating: { value: book.rating!.value, best: 5 },
    });
    expect(wordsOf(candidate.description)).toBe(wordsOf(book.description));
    expect(candidate.cover).toHaveLength(2);
    for (const url of candidate.cover!) expect(await fetched({ url })).toMatchObject({ status: 200 });
  });

  it('has its chapters, which end with it', async () => {
    const question = audnexus.chapters!({ id: book.audioAsin! }, { baseUrl: server.url })!;
    const { chapters, durationSec, exact } = foundIn(await ask(question));
    expect(durationSec).toBe(book.minutes! * 60);
    expect(exact).toBe(true);
    expect(chapters[0]).toEqual({ title: 'Opening Credits', startSec: 0 });
    expect(chapters.length).toBeGreaterThan(Math.floor(book.minutes! / 30));
    expect(chapters.at(-1)!.startSec).toBeLessThan(durationSec!);
  });

  it('tells in which country a book is not sold', async () => {
    const [german, american] = questions('B0A0000006', 'de');
    expect(await ask(german!)).toEqual({ kind: 'not-found' });
    expect((await ask(american!)).kind).toBe('found');
    const { status, body } = await fetched(german!.request);
    expect([status, JSON.parse(new TextDecoder().decode(body))]).toMatchObject([
      404,
      { error: { code: 'REGION_UNAVAILABLE' } },
    ]);
  });

  it.each([
    ['/books/B0K0000007?region=us', 404, 'NOT_FOUND'],
    ['/books/B0A9999999', 404, 'NOT_FOUND'],
    ['/books/short', 400, 'BAD_REQUEST'],
    ['/books/B0A0000007?region=xx', 400, 'BAD_REQUEST'],
  ])('answers %s with %i', async (path, status, code) => {
    const answer = await fetched({ url: `${server.url}${path}` });
    expect([answer.status, JSON.parse(new TextDecoder().decode(answer.body))]).toMatchObject([
      status,
      { error: { code } },
    ]);
  });
});
