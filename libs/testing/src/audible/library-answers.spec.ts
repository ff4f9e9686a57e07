import { FakeAudible } from './fake-audible.js';
import { ask, day, numbered, page, titles } from './testing/asking.js';
import type { AudibleManners } from './audible-manners.js';
import type { Told } from './testing/asking.js';

let audible: FakeAudible;

async function start(count: number, manners: AudibleManners = {}): Promise<void> {
  audible = await FakeAudible.start({ ...manners, libraries: { us: titles(count) } });
}

afterEach(() => audible.close());

const library = (query: Record<string, string | number> = {}) => {
  const texts = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return page(audible, `/1.0/library?${new URLSearchParams(texts).toString()}`);
};

const messageOf = ({ status, text }: Told) => [status, JSON.parse(text).message as unknown];

describe('pages', () => {
  test('are counted from 1, the latest purchase first, with the number of all', async () => {
    await start(5);
    const [first, second, beyond] = [
      await library({ num_results: 2 }),
      await library({ num_results: 2, page: 2 }),
      await library({ num_results: 2, page: 4 }),
    ];
    expect([first.asins, second.asins, beyond.asins]).toEqual([
      [numbered(5), numbered(4)],
      [numbered(3), numbered(2)],
      [],
    ]);
    expect([first, second, beyond].map(({ headers }) => headers['total-count'])).toEqual(['5', '5', '5']);
    expect([first, second].map(({ headers }) => headers['state-token'])).toEqual([
      expect.stringMatching(/^\d{13}$/),
      undefined,
    ]);
    expect(first.headers['continuation-token']).toBeUndefined();
  });

  test('end where the service does', async () => {
    await start(1);
    expect((await library({ num_results: 1000, page: 10 })).status).toBe(200);
    expect(messageOf(await ask(audible, '/1.0/library?num_results=1000&page=11'))).toEqual([
      400,
      'Implied library size is unsupported',
    ]);
    expect((await ask(audible, '/1.0/library?num_results=999&page=10')).status).toBe(200);
    expect((await ask(audible, '/1.0/library?num_results=999&page=11')).status).toBe(400);
  });

  test('can do without totals and tokens', async () => {
    await start(1, { totals: false, stateToken: 'off' });
    const { headers } = await library();
    expect([headers['total-count'], headers['state-token']]).toEqual([undefined, undefined]);
    audible.manners.stateToken = 'zero';
    expect((await library()).headers['state-token']).toBe('0');
  });

  test('of 25,000 titles are all reached by the dates of purchase, and not by counting', async () => {
    const { aLibrary } = await import('./items/a-library.js');
    audible = await FakeAudible.start({ libraries: { us: aLibrary(25_000) } });
    const seen = new Set<string>();
    let after = '2000-01-01T00:00:00Z';
    for (let calls = 0; calls < 40 && seen.size < 25_000; calls++) {
      const { items } = await library({ sort_by: 'PurchaseDate', num_results: 1000, purchased_after: after });
      for (const { asin } of items) seen.add(asin);
      after = items.at(-1)?.['purchase_date'] as string;
    }
    expect([seen.size, audible.asked.length]).toEqual([25_000, 26]);
  });
});

describe('what is asked for', () => {
  test.each([
    ['num_results=0', 'numResults'],
    ['num_results=1001', 'numResults'],
    ['num_results=-1', 'numResults'],
    ['num_results=ten', 'numResults'],
    ['num_results=', 'numResults'],
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['sort_by=Purchased', 'sortBy'],
    ['sort_by=', 'sortBy'],
    ['response_groups=media,everything', 'responseGroups'],
    ['image_sizes=500,501', 'imageSizes'],
    ['status=Gone', 'status'],
    ['purchased_after=yesterday', 'purchasedAfter'],
    ['purchased_after=2020-01-01', 'purchasedAfter'],
    ['purchased_after=2020-13-01T00:00:00Z', 'purchasedAfter'],
    ['include_pending=1', 'includePending'],
    ['state_token=abc', 'stateToken'],
    ['state_token=1785499200123', 'stateToken'],
    ['page=2&continuation_token=abc', 'page'],
    ['continuation_token=abc', 'continuationToken'],
  ])('%s is refused in words of its own', async (query, name) => {
    await start(1);
    const [status, message] = messageOf(await ask(audible, `/1.0/library?${query}`));
    expect(status).toBe(400);
    expect(message).toMatch(new RegExp(`^1 validation error detected: Value '.*' at '${name}' failed to satisfy`));
  });

  test('an unknown group is refused without its name, or with it', async () => {
    await start(1);
    const target = '/1.0/library?response_groups=media,everything,series';
    expect(messageOf(await ask(audible, target))[1]).toMatch(/Invalid response group$/);
    audible.manners.namesInvalidGroup = true;
    expect(messageOf(await ask(audible, target))[1]).toMatch(/Invalid response group: everything$/);
  });

  test('spaces after commas do not matter, nor parameters it does not know', async () => {
    await start(1);
    const query = { response_groups: 'media, series,  product_attrs', image_sizes: '500, 1215', constructor: 'x' };
    expect((await library(query)).status).toBe(200);
  });

  test.each([
    ['PurchaseDate', [1, 2, 3, 4]],
    ['-PurchaseDate', [4, 3, 2, 1]],
    ['-Title', [4, 3, 2, 1]],
    ['Author', [4, 3, 2, 1]],
    ['Length', [1, 4, 3, 2]],
    ['-Length', [2, 3, 4, 1]],
  ])('by %s they come in order', async (sort_by, order) => {
    await start(4);
    expect((await library({ sort_by })).asins).toEqual(order.map(numbered));
  });

  test('titles of one moment stay as they came, both ways; those without one were bought first', async () => {
    await start(0);
    const at = (asin: string, purchase_date: unknown) => ({ asin, purchase_date });
    audible.library().hold([at('C', day(1)), at('A', day(1)), at('B', null), at('D', 'soon'), null]);
    expect((await library({ sort_by: 'PurchaseDate' })).asins).toEqual(['B', 'D', undefined, 'C', 'A']);
    expect((await library({ sort_by: '-PurchaseDate' })).asins).toEqual(['C', 'A', 'B', 'D', undefined]);
  });

  test('what was bought at the very moment is there, or is not', async () => {
    await start(3);
    const query = { purchased_after: day(2), sort_by: 'PurchaseDate' };
    expect(await library(query)).toMatchObject({ asins: [numbered(2), numbered(3)], headers: { 'total-count': '2' } });
    audible.manners.purchasedAfter = 'strict';
    expect((await library(query)).asins).toEqual([numbered(3)]);
  });

  test('titles and authors are found by a part of their names', async () => {
    await start(12);
    expect((await library({ title: 'title 12' })).asins).toEqual([numbered(12)]);
    expect((await library({ author: 'WRITER 9' })).asins).toEqual([numbered(11), numbered(1)]);
  });

  test('what is pending comes only where it is wanted', async () => {
    await start(1);
    audible.library().add({ asin: 'B0PENDING1', library_status: { is_pending: true } });
    expect((await library()).asins).toEqual([numbered(1)]);
    expect((await library({ include_pending: 'true' })).asins).toEqual([numbered(1), 'B0PENDING1']);
  });

  test('fields of other groups are there and null; what groups do not bring comes always', async () => {
    await start(0);
    audible.library().hold([{ asin: 'B0TEST0001', title: 'A', series: [], sku_lite: 'BK', brandNew: 1 }]);
    const [bare] = (await library()).items;
    expect(bare).toMatchObject({ asin: 'B0TEST0001', title: null, series: null, sku_lite: 'BK', brandNew: 1 });
    const [asked] = (await library({ response_groups: 'product_desc,series' })).items;
    expect(asked).toMatchObject({ title: 'A', series: [], authors: null, percent_complete: null });
    expect(asked).not.toHaveProperty('subtitle');
  });

  test('pictures come in the sizes that were named', async () => {
    await start(0);
    const picture = 'https://m.media-amazon.com/images/I/51X._SL500_.jpg';
    audible.library().hold([
      { asin: 'A', product_images: { 500: picture } },
      { asin: 'B', product_images: {} },
    ]);
    const { items } = await library({ response_groups: 'media', image_sizes: '900,1215' });
    expect(items.map((item) => item.product_images)).toEqual([
      { 900: picture.replace('500', '900'), 1215: picture.replace('500', '1215') },
      {},
    ]);
    expect((await library({ response_groups: 'media' })).items[0]?.product_images).toEqual({ 500: picture });
  });

  test('rows that are no titles are passed on as they are', async () => {
    await start(0);
    audible.library().hold([null, 'text', 7, [], {}]);
    const { items, headers } = await library();
    expect(items.slice(0, 4)).toEqual([null, 'text', 7, []]);
    expect(items[4]).toMatchObject({ title: null });
    expect(headers['total-count']).toBe('5');
  });
});

describe('one title', () => {
  test('is told by its number, and is not there where it is not owned', async () => {
    await start(2);
    const told = await ask(audible, `/1.0/library/${numbered(1)}?response_groups=product_desc`);
    expect(JSON.parse(told.text)).toMatchObject({
      item: { asin: numbered(1), title: 'Title 1' },
      response_groups: ['always-returned', 'product_desc'],
    });
    audible.library().revoke(numbered(2));
    for (const asin of ['B0UNKNOWN1', numbered(2)])
      expect(messageOf(await ask(audible, `/1.0/library/${asin}`))).toEqual([
        404,
        `ASIN ${asin} not present in customer library`,
      ]);
  });
});

describe('parts', () => {
  test('are listed with their parent alone', async () => {
    await start(1);
    audible.library().addParts(numbered(1), { asin: 'B0PART0001' }, { asin: 'B0PART0002' });
    expect((await library()).asins).toEqual([numbered(1)]);
    const query = { parent_asin: numbered(1) };
    expect((await library(query)).asins).toEqual(['B0PART0001', 'B0PART0002']);
    audible.manners.parentAmongParts = true;
    expect((await library(query)).asins).toContain(numbered(1));
  });

  test('of a podcast are the newest ten', async () => {
    await start(0);
    audible.library().add({ asin: 'B0PODCAST1', content_delivery_type: 'PodcastParent' });
    audible.library().addParts('B0PODCAST1', ...titles(15));
    const { asins, headers } = await library({ parent_asin: 'B0PODCAST1', sort_by: 'PurchaseDate' });
    expect(asins).toEqual(Array.from({ length: 10 }, (_, at) => numbered(at + 6)));
    expect(headers['total-count']).toBe('10');
  });
});
