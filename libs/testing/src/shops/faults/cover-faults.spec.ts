import { type Candidate, providers, type ProviderId } from '@octavo/providers';
import sharp from 'sharp';
import { aShopBook } from '../books/invented-books.js';
import { ask, fetched, foundIn, queryFor, withShop } from '../testing/ask-shop.js';
import type { Fault } from './fault.js';

const book = aShopBook({ number: 4 });
const ASIN = { scheme: 'asin', value: book.audioAsin! };

/** The cover of the book, as it comes from a provider that fails with covers. */
function coverFrom(id: ProviderId, fault?: Fault) {
  return withShop(id, [book], async (server) => {
    const query = id.startsWith('aud') ? queryFor(book, { identifiers: [ASIN], medium: 'audiobook' }) : queryFor(book);
    const question = providers[id].byIdentifier(query, { baseUrl: server.url }).at(id === 'goodreads' ? 1 : 0)!;
    const { cover } = foundIn(await ask(question)) as Candidate;
    if (fault) server.fail(fault);
    return fetched({ url: cover![0] });
  });
}

describe('covers', () => {
  it.each([
    ['amazon', 1000, 1500],
    ['goodreads', 1000, 1500],
    ['open-library', 333, 500],
    ['audnexus', 1000, 1000],
    ['audible', 1000, 1000],
  ] as const)('of %s come as JPEGs of the wanted size', async (id, width, height) => {
    const { status, headers, body } = await coverFrom(id);
    expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width, height, space: 'srgb' });
    await expect(sharp(body).stats()).resolves.toBeDefined();
  });

  it.each(['amazon', 'goodreads', 'open-library', 'audnexus', 'audible'] as const)(
    'of %s go wrong on command',
    async (id) => {
      const html = await coverFrom(id, 'html-cover');
      expect(html.headers['content-type']).toBe('image/jpeg');
      expect(new TextDecoder().decode(html.body)).toContain('<h1>');

      const point = await coverFrom(id, 'gif-cover');
      expect(await sharp(point.body).metadata()).toMatchObject({ format: 'gif', width: 1, height: 1 });

      const cmyk = await coverFrom(id, 'cmyk-cover');
      expect(await sharp(cmyk.body).metadata()).toMatchObject({ format: 'jpeg', space: 'cmyk', width: 600 });

      const half = await coverFrom(id, 'half-cover');
      expect(await sharp(half.body).metadata()).toMatchObject({ width: 400, height: 600 });
      await expect(sharp(half.body, { failOn: 'warning' }).toBuffer()).rejects.toThrow();
    },
  );

  it('claim to be huge on command', async () => {
    const { body } = await coverFrom('amazon', 'huge-cover');
    expect(body.byteLength).toBeLessThan(100_000);
    expect(await sharp(body, { limitInputPixels: false }).metadata()).toMatchObject({ width: 65_500, height: 65_500 });
    await expect(sharp(body).stats()).rejects.toThrow(/pixel limit/);
  });

  it('differ from book to book, and are made once', () =>
    withShop(
      'open-library',
      [1, 2, 9].map((number) => aShopBook({ number })),
      async (server) => {
        const bytes = async (id: number) =>
          Buffer.from((await fetched({ url: `${server.url}/b/id/${id}-L.jpg` })).body);
        const [first, second, again] = await Promise.all([bytes(9_000_001), bytes(9_000_002), bytes(9_000_009)]);
        expect(first.equals(second)).toBe(false);
        expect(first.equals(again)).toBe(true);
      },
    ));
});
