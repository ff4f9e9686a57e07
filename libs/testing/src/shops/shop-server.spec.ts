import { providers, PROVIDERS } from '@octavo/providers';
import { setImmediate as turn } from 'node:timers/promises';
import { gapsBetween, mostAtOnce, type AskedRequest } from './asked.js';
import { aShopBook } from './books/invented-books.js';
import { ShopServer } from './shop-server.js';
import { ask, fetched, queryFor, withShop } from './testing/ask-shop.js';

const asking = (startedAt: number, endedAt?: number): AskedRequest => ({
  at: 0,
  method: 'GET',
  path: '/',
  query: {},
  headers: {},
  startedAt,
  endedAt,
});

/** Turns the loop until it is so; a test that waits for ever fails by itself. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

describe('a stand-in', () => {
  it('plays every provider, five at once, each on a port of its own', async () => {
    const servers = await Promise.all(PROVIDERS.map((id) => ShopServer.start(id)));
    expect(new Set(servers.map(({ url }) => url)).size).toBe(5);
    for (const server of servers) {
      expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(server.books).toEqual([]);
    }
    await Promise.all(servers.map((server) => server.close()));
    await expect(fetch(servers[0]!.url)).rejects.toThrow();
  });

  it('writes down what it was asked, and when', () =>
    withShop('goodreads', [aShopBook()], async (server) => {
      const before = Date.now();
      await fetched({ url: `${server.url}/book/auto_complete?format=json&q=a+b`, headers: { 'x-me': 'yes' } });
      await fetched({ url: `${server.url}/nowhere` });
      expect(server.asked).toMatchObject([
        { method: 'GET', path: '/book/auto_complete', query: { format: 'json', q: 'a b' }, headers: { 'x-me': 'yes' } },
        { path: '/nowhere', query: {} },
      ]);
      await until(() => server.asked.every(({ endedAt }) => endedAt !== undefined));
      const [first, second] = server.asked;
      expect(first!.at).toBeGreaterThanOrEqual(before);
      expect(first!.endedAt).toBeGreaterThanOrEqual(first!.startedAt);
      expect(second!.startedAt).toBeGreaterThanOrEqual(first!.endedAt!);
      expect(mostAtOnce(server.asked)).toBe(1);
      expect(first).not.toHaveProperty('fault');
    }));

  it('shows how many asked at once', () =>
    withShop('amazon', [], async (server) => {
      server.fail('hang');
      const gone = new AbortController();
      const waiting = ['/1', '/2', '/3'].map((path) =>
        fetch(server.url + path, { signal: gone.signal }).catch(() => 'gone'),
      );
      await until(() => server.asked.length === 3);
      expect(mostAtOnce(server.asked)).toBe(3);
      gone.abort();
      expect(await Promise.all(waiting)).toEqual(['gone', 'gone', 'gone']);
      await until(() => server.asked.every(({ endedAt }) => endedAt !== undefined));
    }));

  it('reckons gaps and overlaps', () => {
    const asked = [asking(10, 20), asking(0, 10), asking(15, 30), asking(40)];
    expect(gapsBetween(asked)).toEqual([10, 5, 25]);
    expect(mostAtOnce(asked)).toBe(2);
    expect(mostAtOnce([])).toBe(0);
  });

  it('is closed even while somebody waits for an answer', async () => {
    const server = await ShopServer.start('amazon');
    server.fail('hang');
    const waiting = fetch(server.url).catch(() => 'gone');
    await until(() => server.asked.length === 1);
    await server.close();
    expect(await waiting).toBe('gone');
  });

  it('points at itself alone, whoever it plays', async () => {
    const paths = {
      amazon: ['/dp/B0K0000001', '/s?k=the&i=stripbooks'],
      goodreads: ['/book/show/8000001', '/search?q=tale', '/book/auto_complete?q=tale'],
      'open-library': ['/books/OL7000001M.json', '/works/OL5000001W.json', '/search.json?q=tale'],
      audnexus: ['/books/B0A0000001'],
      audible: ['/1.0/catalog/products/B0A0000001?response_groups=media,series,contributors'],
    };
    const known = /https?:\/\/(?!schema\.org|example\.org|token\.awswaf\.invalid)[^\s"'<>\\]+/g;
    for (const id of PROVIDERS)
      await withShop(id, [aShopBook()], async (server) => {
        const { headers } = providers.amazon.searches(queryFor(aShopBook()), {})[0]!.request;
        for (const path of paths[id]) {
          const { status, body } = await fetched({ url: server.url + path, headers });
          expect([path, status]).toEqual([path, 200]);
          const named = new TextDecoder().decode(body).match(known) ?? [];
          expect(named.filter((address) => !address.startsWith(server.url))).toEqual([]);
        }
      });
  });

  it('tells of other books once it has others', () =>
    withShop('audnexus', [], async (server) => {
      const book = aShopBook();
      const question = () =>
        providers.audnexus.byIdentifier(
          { authors: [], identifiers: [{ scheme: 'asin', value: book.audioAsin! }], medium: 'audiobook' },
          { baseUrl: server.url },
        )[0]!;
      expect((await ask(question())).kind).toBe('not-found');
      server.books = [book];
      expect((await ask(question())).kind).toBe('found');
    }));
});
