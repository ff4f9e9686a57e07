import { type BookQuery, type MetadataProvider, type ProviderId, providers } from '@octavo/providers';
import {
  aShopBook,
  FAULT_NAMES,
  type FaultName,
  mostAtOnce,
  type ShopBook,
  shopBooks,
  ShopServer,
  testDatabase,
  type TestDatabase,
} from '@octavo/testing';
import pg from 'pg';
import type { Search } from '../src/finding/search.js';
import { askingBench, type Bench } from './asking-bench.js';

const IDS = Object.keys(providers) as ProviderId[];
/** These cost a request all the time it may take. */
const SLOW: readonly FaultName[] = ['hang'];

describe('looking for a book', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let shops: Record<ProviderId, ShopServer>;
  let bench: Bench;
  const book = aShopBook();

  beforeAll(async () => {
    test = await testDatabase();
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
  });
  beforeEach(async () => {
    const started = await Promise.all(IDS.map(async (id) => [id, await ShopServer.start(id)] as const));
    shops = Object.fromEntries(started) as Record<ProviderId, ShopServer>;
    for (const shop of Object.values(shops)) shop.books = shopBooks(20);
    bench = await aWorker();
  });
  afterEach(async () => {
    for (const shop of Object.values(shops)) expect(mostAtOnce(shop.asked)).toBeLessThanOrEqual(1);
    await bench.close();
    await Promise.all(Object.values(shops).map((shop) => shop.close()));
  });
  afterAll(async () => {
    await client?.end();
    await test?.drop();
  });
  const aWorker = () => askingBench(test.url, { baseUrls: Object.values(shops).map(({ url }) => url) });
  const enabled = (...ids: ProviderId[]) =>
    ids.map((id) => ({ provider: providers[id], settings: { baseUrl: shops[id].url } }));
  const ebook = ({ title, authors, isbn13 }: ShopBook = book): BookQuery => ({
    ...{ title, authors, medium: 'ebook' },
    identifiers: isbn13 === undefined ? [] : [{ scheme: 'isbn', value: isbn13 }],
  });
  const search = (over: Partial<Search> = {}): Search => ({
    ...{ book: ebook(), providers: enabled('amazon', 'goodreads', 'open-library'), wanted: [], completeMissing: true },
    ...{ signal: new AbortController().signal, ...over },
  });
  const find = (over: Partial<Search> = {}) => bench.findBook.find(search(over));
  const askedOf = () => IDS.filter((id) => shops[id].asked.length > 0);

  it('is done where the first provider knows it and nothing else is wanted', async () => {
    const { accepted, blocked, tried } = await find();
    expect(accepted).toEqual([
      { provider: 'amazon', candidate: expect.objectContaining({ title: book.title }), match: expect.anything() },
    ]);
    expect(accepted[0]!.match).toMatchObject({ byIdentifier: true, verdict: 'accept' });
    expect([blocked, tried]).toEqual([[], [expect.stringMatching(/^Amazon knows ".*": same ISBN/)]]);
    expect(askedOf()).toEqual(['amazon']);
  });

  it('goes on for what is still empty, where that is wished, and no further than that', async () => {
    const wanted = ['title', 'firstPublished'] as const;
    expect((await find({ wanted, completeMissing: false })).accepted).toHaveLength(1);
    expect(askedOf()).toEqual(['amazon']);
    const { accepted } = await find({ wanted });
    expect(accepted.map(({ provider }) => provider)).toEqual(['amazon', 'goodreads']);
    expect(accepted[1]!.candidate).toMatchObject({ title: book.title, firstPublished: expect.anything() });
    expect(askedOf()).toEqual(['amazon', 'goodreads']);
  });

  it('goes on where the first provider does not know it, by words too', async () => {
    shops.amazon.books = [];
    const { accepted, tried } = await find({ book: { ...ebook(), identifiers: [] } });
    expect(accepted).toMatchObject([{ provider: 'goodreads', candidate: { title: book.title } }]);
    expect(tried[0]).toBe('Amazon does not know it');
    expect(shops['open-library'].asked).toEqual([]);
  });

  it.each(['blocked-503', 'captcha', 'sign-in'] as const)(
    'goes on where the first provider refuses, and leaves that alone for the next book: %s',
    async (fault) => {
      shops.amazon.fail(fault);
      const first = await find();
      expect(first.accepted).toMatchObject([{ provider: 'goodreads' }]);
      expect(first.blocked).toEqual([{ provider: 'amazon', retryAt: expect.any(Date), reason: expect.any(String) }]);
      const requests = shops.amazon.asked.length;
      shops.amazon.recover();
      const second = await find({ book: ebook(shopBooks(20)[1]) });
      expect(second.accepted).toMatchObject([{ provider: 'goodreads' }]);
      expect(second.blocked).toEqual(first.blocked);
      expect(second.tried[0]).toMatch(/^Amazon cannot be asked now: /);
      expect(shops.amazon.asked).toHaveLength(requests);
    },
  );

  it('takes what Goodreads proposes where its pages are behind a fence', async () => {
    shops.goodreads.fail('waf-202', { paths: /\/book\/show|\/search/ });
    const { accepted, blocked } = await find({ providers: enabled('goodreads') });
    expect(accepted).toMatchObject([
      { provider: 'goodreads', candidate: { title: book.title, contributors: [{ name: book.authors[0] }] } },
    ]);
    expect(blocked).toMatchObject([{ provider: 'goodreads' }]);
  });

  it('asks for no audiobook where there are but books to read, and the other way round', async () => {
    const all = enabled(...IDS);
    const unknown = (title: string) => ({ ...ebook(), title, identifiers: [] });
    await find({ book: unknown('Nobody Wrote This'), providers: all });
    expect(askedOf()).toEqual(['amazon', 'goodreads', 'open-library']);
    for (const shop of Object.values(shops)) shop.asked.splice(0);
    await find({ book: { ...unknown('Nobody Read This'), medium: 'audiobook' }, providers: all });
    // Audnexus can only be asked by number.
    expect(askedOf()).toEqual(['amazon', 'goodreads', 'audible']);
  });

  it('finds an audiobook by its number, and by words', async () => {
    const audiobook: BookQuery = {
      ...ebook(),
      identifiers: [{ scheme: 'asin', value: book.audioAsin! }],
      medium: 'audiobook',
    };
    const order = enabled('audnexus', 'audible', 'amazon');
    const byNumber = await find({ book: audiobook, providers: order });
    expect(byNumber.accepted).toMatchObject([{ provider: 'audnexus', candidate: { id: book.audioAsin } }]);
    const byWords = await find({ book: { ...audiobook, identifiers: [] }, providers: order });
    expect(byWords.accepted).toMatchObject([{ provider: 'audible', candidate: { id: book.audioAsin } }]);
    expect(byWords.tried[0]).toBe('Audnexus cannot be asked for such a book');
  });

  it('asks all five where all are wanted', async () => {
    const wanted = ['durationSec', 'rating', 'series', 'abridged'] as const;
    const heard: BookQuery = {
      ...ebook(),
      identifiers: [{ scheme: 'asin', value: book.audioAsin! }],
      medium: 'audiobook',
    };
    const read = await find({ wanted, providers: enabled(...IDS) });
    expect(read.accepted.map(({ provider }) => provider)).toEqual(['amazon', 'goodreads', 'open-library']);
    const listened = await find({
      wanted: [...wanted, 'pageCount'],
      book: heard,
      providers: enabled('audnexus', 'audible'),
    });
    expect(listened.accepted.map(({ provider }) => provider)).toEqual(['audnexus', 'audible']);
    for (const { candidate } of [...read.accepted, ...listened.accepted]) expect(candidate.title).toContain(book.title);
  });

  it('takes nobody’s advertisement and no guide to the book', async () => {
    for (const shop of Object.values(shops)) shop.manners = { clutter: true };
    const { accepted } = await find({
      book: { ...ebook(), identifiers: [] },
      providers: enabled('amazon', 'goodreads', 'open-library'),
      wanted: ['abridged'],
    });
    expect(accepted.map(({ candidate }) => candidate.title)).toEqual([book.title, book.title, book.title]);
    const pages = shops.amazon.asked.filter(({ path }) => path.includes('/dp/')).map(({ path }) => path);
    expect(pages).toEqual([expect.stringMatching(/\/dp\/(?:B0K0000001|\d{9}[\dX])$/)]);
  });

  it('takes no other book of a series, nor one of another author', async () => {
    const [first, second] = shopBooks(2);
    for (const shop of Object.values(shops)) shop.books = [second!];
    expect((await find({ book: { ...ebook(first), identifiers: [] } })).accepted).toEqual([]);
    for (const shop of Object.values(shops)) shop.books = [{ ...book, authors: ['Quite Another'], isbn13: undefined }];
    const { accepted, suggestions } = await find({ book: { ...ebook(), identifiers: [] } });
    expect([accepted, suggestions]).toEqual([[], []]);
  });

  it('asks nobody twice, be it another worker, unless it shall be fresh', async () => {
    const wanted = ['abridged'] as const;
    const first = await find({ wanted });
    const count = () => Object.values(shops).reduce((sum, shop) => sum + shop.asked.length, 0);
    const requests = count();
    const other = await aWorker();
    const again = await other.findBook.find(search({ wanted }));
    await other.close();
    expect(again).toEqual(first);
    expect(count()).toBe(requests);
    expect(await find({ wanted, fresh: true })).toEqual(first);
    expect(count()).toBe(2 * requests);
  });

  it('ends within one request when it is cancelled, and goes on where it was', async () => {
    const stop = new AbortController();
    const books = shopBooks(5).map((one) => ebook(one));
    const sum = () => Object.values(shops).reduce((total, shop) => total + shop.asked.length, 0);
    const all = async (signal: AbortSignal) => {
      for (const [at, one] of books.entries()) {
        if (at === 2) stop.abort(new Error('cancelled'));
        await find({ book: one, signal });
      }
    };
    await expect(all(stop.signal)).rejects.toThrow('cancelled');
    const before = sum();
    await all(new AbortController().signal);
    const total = sum();
    await all(new AbortController().signal);
    expect(sum()).toBe(total);
    const paths = shops.amazon.asked.map(({ path, query }) => `${path}?${query['k']}`);
    expect(new Set(paths).size).toBe(paths.length);
    expect(total).toBeGreaterThan(before);
  });

  it('keeps what others found where one is broken in a way nobody foresaw', async () => {
    const broken: MetadataProvider = {
      ...providers.goodreads,
      byIdentifier: () => {
        throw new Error('a mistake of ours');
      },
    };
    const [amazon, , openLibrary] = enabled('amazon', 'goodreads', 'open-library');
    const order = [amazon!, { provider: broken, settings: {} }, openLibrary!];
    const { accepted, blocked, tried } = await find({ providers: order, wanted: ['abridged'] });
    expect(accepted.map(({ provider }) => provider)).toEqual(['amazon', 'open-library']);
    expect(blocked).toEqual([
      { provider: 'goodreads', retryAt: expect.any(Date), reason: 'something went wrong here' },
    ]);
    expect(tried).toHaveLength(3);
    expect(bench.lines).toContainEqual([
      { err: expect.objectContaining({ message: 'a mistake of ours' }), provider: 'goodreads' },
      'a provider could not be asked',
    ]);
  });

  it('has a cover fetched from where its find says', async () => {
    const { accepted } = await find();
    const [{ candidate } = { candidate: undefined }] = accepted;
    const wish = { provider: providers.amazon, settings: { baseUrl: shops.amazon.url }, medium: 'ebook' as const };
    const cover = await bench.covers.first({ ...wish, addresses: candidate!.cover!, signal: search().signal });
    expect(cover).toMatchObject({ kind: 'found', image: { width: book.cover!.width, height: book.cover!.height } });
  });

  it.each(FAULT_NAMES.filter((fault) => !SLOW.includes(fault)))(
    'gives what the others know whichever shop answers with %s, and never another book',
    async (fault) => {
      for (const id of IDS) {
        await client.query('truncate provider_host, provider_answer');
        shops[id].fail(fault);
        const medium = providers[id].media.includes('ebook') ? 'ebook' : 'audiobook';
        const asin = medium === 'ebook' ? book.kindleAsin : book.audioAsin;
        const identifiers = [...ebook().identifiers, { scheme: 'asin', value: asin! }];
        const others = IDS.filter((other) => other !== id && providers[other].media.includes(medium));
        const { accepted, tried } = await find({
          ...{ book: { ...ebook(), identifiers, medium }, providers: enabled(id, ...others) },
          wanted: ['abridged', 'subtitle', 'pageCount', 'durationSec', 'rating'],
        });
        const found = accepted.map(({ provider }) => provider);
        expect([id, others.some((other) => found.includes(other))]).toEqual([id, true]);
        for (const { candidate } of accepted) expect([id, candidate.title]).toEqual([id, book.title]);
        expect([id, tried.length]).toEqual([id, 1 + others.length]);
        shops[id].recover();
      }
      expect(JSON.stringify(bench.lines)).not.toMatch(/could not be (?:asked|read)/);
    },
  );
});
