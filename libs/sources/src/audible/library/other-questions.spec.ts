import type { Asked } from '../ask.js';
import { readPositions } from './positions.js';
import { probeLibrary } from './probe.js';
import { readProducts, readSeriesVolumes } from './series-volumes.js';
import { readSingleItem, refetchHollow } from './single-item.js';
import { asinOf, ModelLibrary, reply, shelf } from './testing/model-library.js';
import { GROUPS, Visit } from './testing/visit.js';

/** A client of a server that answers by what it is asked. */
function visit(answer: (url: URL) => Asked) {
  const urls: URL[] = [];
  const { client } = new Visit((order) => {
    const url = new URL(order.target, order.origin);
    urls.push(url);
    return Promise.resolve(answer(url));
  });
  return { client, urls };
}

describe('the connection check', () => {
  it('tells the size, or why not', async () => {
    const library = new ModelLibrary(shelf(1204));
    const { client } = new Visit(library.ask);
    expect(await probeLibrary(client)).toEqual({ kind: 'readable', total: 1204 });
    expect(Object.fromEntries(library.asked[0] ?? [])).toMatchObject({ num_results: '1', sort_by: '-PurchaseDate' });
    expect(await probeLibrary(visit(() => reply({ items: [{}] }, 200, { 'total-count': '0' })).client)).toEqual({
      kind: 'readable',
    });
    expect(await probeLibrary(visit(() => reply({}, 403)).client)).toMatchObject({
      kind: 'failed',
      error: { reason: 'reauth_required' },
    });
    expect(await probeLibrary(visit(() => reply({})).client)).toMatchObject({
      kind: 'failed',
      error: { reason: 'malformed_response' },
    });
  });
});

describe('last positions', () => {
  const heard = (asin: unknown, more: object) => ({
    asin,
    last_position_heard: { status: 'Exists', position_ms: 61_000, last_updated: '2026-09-30 12:33:04.122', ...more },
  });

  it('asks for 25 at a time and knows the time for UTC', async () => {
    const { client, urls } = visit((url) => {
      const asins = url.searchParams.get('asins')?.split(',') ?? [];
      return reply({ asin_last_position_heard_annots: asins.map((asin) => heard(asin, {})) });
    });
    const asins = Array.from({ length: 60 }, (_, at) => asinOf(at));
    const positions = await readPositions(client, [...asins, ...asins, 'nonsense']);
    expect(urls.map((url) => url.searchParams.get('asins')?.split(',').length)).toEqual([25, 25, 10]);
    expect(positions).toHaveLength(60);
    expect(positions[0]).toEqual({ asin: asinOf(0), positionMs: 61_000, updatedAt: '2026-09-30T12:33:04.122Z' });
    expect(await readPositions(client, [])).toEqual([]);
  });

  it('leaves out what was never heard, was not asked for, or is nonsense', async () => {
    const entries = [
      heard(asinOf(1), { status: 'DoesNotExist' }),
      heard(asinOf(2), { position_ms: -1 }),
      heard(asinOf(3), { position_ms: 'x' }),
      heard(asinOf(9), {}),
      null,
      heard(asinOf(4), { position_ms: '7', last_updated: null }),
    ];
    const { client } = visit(() => reply({ asin_last_position_heard_annots: entries }));
    expect(await readPositions(client, [1, 2, 3, 4].map(asinOf))).toEqual([
      { asin: asinOf(4), positionMs: 7, updatedAt: null },
    ]);
  });
});

describe('a series', () => {
  const child = (at: number, sequence: unknown, sort: string, type = 'series') => ({
    asin: asinOf(at),
    title: `T${at}`,
    sequence,
    sort,
    relationship_to_product: 'child',
    relationship_type: type,
  });

  it('tells its volumes in their order', async () => {
    const relationships = [
      child(2, '10', '1'),
      child(1, '2', '2'),
      child(3, null, '3'),
      child(4, '2.5', '4'),
      child(5, '1', '5', 'episode'),
      child(1, '2', '2'),
      child(99, '1', '1'),
    ];
    const { client, urls } = visit(() => reply({ product: { relationships } }));
    const volumes = await readSeriesVolumes(client, asinOf(99));
    expect(volumes?.map(({ asin, sequence, sortKey }) => [asin, sequence, sortKey])).toEqual([
      [asinOf(1), '2', 2],
      [asinOf(4), '2.5', 2.5],
      [asinOf(2), '10', 10],
      [asinOf(3), null, null],
    ]);
    expect(urls[0]?.pathname).toBe(`/1.0/catalog/products/${asinOf(99)}`);
  });

  it('is undefined where the catalogue does not know it', async () => {
    expect(
      await readSeriesVolumes(visit(() => reply({ product: { asin: asinOf(1) } })).client, asinOf(1)),
    ).toBeUndefined();
    expect(await readSeriesVolumes(visit(() => reply({}, 404)).client, asinOf(1))).toBeUndefined();
    await expect(readSeriesVolumes(visit(() => reply({})).client, '../x')).rejects.toThrow(TypeError);
  });

  it('asks for products by 50, and again for those that were left out', async () => {
    let call = 0;
    const { client, urls } = visit((url) => {
      call += 1;
      const asins = url.searchParams.get('asins')?.split(',') ?? [];
      const told = call === 1 ? asins.slice(2) : asins;
      return reply({
        products: told.map((asin) => (asin === asinOf(1) || asin === asinOf(5) ? { asin } : { asin, title: 'T' })),
      });
    });
    const found = await readProducts(
      client,
      Array.from({ length: 60 }, (_, at) => asinOf(at)),
      GROUPS,
    );
    expect(urls.map((url) => url.searchParams.get('asins')?.split(',').length)).toEqual([50, 2, 10]);
    expect([found.size, found.has(asinOf(1)), found.has(asinOf(0))]).toEqual([58, false, true]);
    const never = visit(() => reply({ products: [] }));
    expect((await readProducts(never.client, [asinOf(1)], GROUPS)).size).toBe(0);
    expect(never.urls).toHaveLength(3);
  });
});

describe('a single title', () => {
  it('is read, or not owned', async () => {
    const { client, urls } = visit(() => reply({ item: { title: 'T' } }));
    expect(await readSingleItem(client, ' b000000001', GROUPS)).toMatchObject({
      kind: 'item',
      raw: { asin: asinOf(1) },
      reading: { kind: 'item', item: { title: 'T', hollow: false } },
    });
    expect(urls[0]?.pathname).toBe(`/1.0/library/${asinOf(1)}`);
    for (const answer of [reply({}, 404), reply({ message: 'ASIN B000000001 not present in customer library' })])
      expect(await readSingleItem(visit(() => answer).client, asinOf(1), GROUPS)).toEqual({ kind: 'not-owned' });
    await expect(readSingleItem(client, '../orders', GROUPS)).rejects.toThrow(TypeError);
  });

  it('is asked for once more where it was hollow, as far as that goes', async () => {
    const { client } = visit((url) =>
      url.pathname.endsWith(asinOf(2)) ? reply({}, 500) : reply({ item: { title: 'T' } }),
    );
    const handed: string[] = [];
    const onItem = (asin: string) => Promise.resolve(void handed.push(asin));
    expect(await refetchHollow(client, [1, 2, 3, 4].map(asinOf), { groups: GROUPS, most: 3, onItem })).toBe(2);
    expect(handed).toEqual([asinOf(1), asinOf(3)]);
  });
});
