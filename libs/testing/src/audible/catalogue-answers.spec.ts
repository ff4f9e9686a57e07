import { FakeAudible } from './fake-audible.js';
import { aSeriesProduct, anItem } from './items/an-item.js';
import { ask, send } from './testing/asking.js';

let audible: FakeAudible;

beforeEach(async () => {
  audible = await FakeAudible.start({ libraries: { de: [anItem({ asin: 'B0OWNED001', title: 'Owned' })] } });
});
afterEach(() => audible.close());

const open = async (target: string) => {
  const { status, text } = await send(audible, { target: `/de/1.0/catalog/products${target}` });
  return { status, ...JSON.parse(text) };
};

describe('the catalogue', () => {
  test('knows what somebody owns, and nothing of them; nobody has to sign in', async () => {
    const { product } = await open('/B0OWNED001?response_groups=product_desc,rating');
    expect(product).toMatchObject({ asin: 'B0OWNED001', title: 'Owned', authors: null });
    for (const field of ['purchase_date', 'library_status', 'status', 'is_finished', 'listening_status'])
      expect(product).not.toHaveProperty(field);
    expect(product.rating).not.toBeNull();
    expect(audible.asked[0]?.by).toBeUndefined();
  });

  test('knows a series by its volumes', async () => {
    audible.catalogue(aSeriesProduct('B0SERIES01', 'Saga', { B0VOLUME01: '1', B0VOLUME02: '2.5' }));
    const { product } = await open('/B0SERIES01?response_groups=relationships,product_desc,product_attrs');
    expect(product.content_delivery_type).toBe('BookSeries');
    expect(product.relationships).toMatchObject([
      { asin: 'B0VOLUME02', relationship_to_product: 'child', relationship_type: 'series', sequence: '2.5', sort: '2' },
      { asin: 'B0VOLUME01', relationship_to_product: 'child', relationship_type: 'series', sequence: '1', sort: '1' },
    ]);
  });

  test('tells little of what it does not know', async () => {
    expect((await open('/B0UNKNOWN1')).product).toEqual({ asin: 'B0UNKNOWN1' });
    expect((await open('?asins=B0OWNED001,B0UNKNOWN1')).products).toMatchObject([
      { asin: 'B0OWNED001' },
      { asin: 'B0UNKNOWN1' },
    ]);
  });

  test('tells of fifty at once and no more, and of a parameter that comes twice only the first', async () => {
    const asins = Array.from({ length: 51 }, (_, at) => `B0MANY${at.toString().padStart(4, '0')}`);
    expect((await open(`?asins=${asins.slice(1).join(',')}`)).products).toHaveLength(50);
    expect(await open(`?asins=${asins.join(',')}`)).toMatchObject({
      status: 400,
      message: expect.stringContaining("at 'asins'"),
    });
    expect((await open('?asins=B0MANY0001&asins=B0MANY0002')).products).toHaveLength(1);
  });

  test('refuses groups of libraries, and does not search', async () => {
    expect((await open('/B0OWNED001?response_groups=is_finished')).message).toContain('Invalid response group');
    expect((await open('?response_groups=percent_complete&asins=B0OWNED001')).status).toBe(400);
    expect((await open('?title=Owned')).status).toBe(501);
  });

  test('leaves some out on command, and their numbers', async () => {
    audible.treat({ leaveOut: 1 }, { times: 1 });
    const asked = '?asins=B0OWNED001,B0UNKNOWN1';
    const left = async () => (await open(asked)).products.map(({ asin }: { asin: string }) => asin) as string[];
    expect([await left(), await left()]).toEqual([['B0UNKNOWN1'], ['B0OWNED001', 'B0UNKNOWN1']]);
    audible.manners.productsWithoutAsin = true;
    expect((await open('/B0OWNED001?response_groups=product_desc')).product).not.toHaveProperty('asin');
  });
});

describe('positions', () => {
  test('are told of 25 titles at once, to whoever is let in', async () => {
    const position = { position_ms: 61_000, last_updated: '2026-09-30 12:33:04.122' };
    audible.library('de').hear('B0OWNED001', position);
    const target = '/de/1.0/annotations/lastpositions?asins=';
    const told = await ask(audible, `${target}B0OWNED001,B0UNKNOWN1`);
    expect(JSON.parse(told.text)).toEqual({
      asin_last_position_heard_annots: [
        { asin: 'B0OWNED001', last_position_heard: { status: 'Exists', ...position } },
        { asin: 'B0UNKNOWN1', last_position_heard: { status: 'DoesNotExist' } },
      ],
    });
    expect((await ask(audible, `${target}${Array(25).fill('B').join(',')}`)).status).toBe(200);
    expect((await ask(audible, `${target}${Array(26).fill('B').join(',')}`)).status).toBe(400);
    expect((await send(audible, { target: `${target}B` })).status).toBe(403);
  });
});
