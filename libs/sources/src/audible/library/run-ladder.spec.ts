import { asinOf, ModelLibrary, shelf, type ModelItem, type ModelManners } from './testing/model-library.js';
import { GROUPS, Keeper, readAll as read, Visit } from './testing/visit.js';

const undated = { purchase_date: null };
const atOnce = { purchase_date: '2012-03-04T05:06:07.000Z' };

describe('reading a library of any size', () => {
  it.each([
    [0, 1],
    [1, 1],
    [10, 1],
    [999, 1],
    [1000, 1],
    [1001, 2],
    [1500, 2],
    [2000, 2],
    [2001, 4],
    [2500, 4],
    [3500, 5],
    [9999, 12],
    [12_000, 14],
    [25_000, 27],
  ])('%i titles are all read with %i calls', async (count, most) => {
    for (const strict of [true, false]) {
      const { end, missing, calls, library } = await read(shelf(count), { strict });
      expect(end).toMatchObject({
        complete: true,
        total: count,
        seen: count,
        mayConcludeAbsence: true,
        reason: 'all_read',
      });
      expect([missing, calls]).toEqual([0, most]);
      expect(library.asked[0]?.get('sort_by')).toBe('-PurchaseDate');
      if (count > 1000) expect(library.asked[1]?.get('sort_by')).toBe('PurchaseDate');
      expect(
        library.asked.every((query) => Number(query.get('page') ?? 1) * Number(query.get('num_results')) <= 10_000),
      ).toBe(true);
      expect(library.asked.every((query) => query.get('response_groups') === GROUPS)).toBe(true);
    }
  });

  it.each<[string, number, ModelManners]>([
    ['tells no total', 3500, { noTotal: true }],
    ['ignores pages and tells no total', 3500, { noTotal: true, ignoresPage: true }],
    ['ignores pages', 12_000, { ignoresPage: true }],
    ['offers tokens', 12_000, { chain: 'offered' }],
    ['demands tokens', 3500, { chain: 'demanded' }],
    ['ends its chain of tokens at 10,000', 25_000, { chain: 'offered', chainEnds: 10_000 }],
    ['gives 200 rows at most', 1900, { cap: 200 }],
    ['knows no windows', 9000, { ignoresWindow: true }],
    ['knows no sorting', 9000, { ignoresSort: true }],
  ])('a server that %s is read completely', async (_, count, manners) => {
    const { end, missing, calls } = await read(shelf(count), manners);
    expect([end.complete, missing]).toEqual([true, 0]);
    expect(calls).toBeLessThanOrEqual(40);
  });

  it('says so where neither pages nor windows nor sorting are to be had', async () => {
    const { end, missing } = await read(shelf(3500), { ignoresPage: true, ignoresWindow: true, ignoresSort: true });
    expect(missing).toBe(2500);
    expect(end).toMatchObject({ complete: false, mayConcludeAbsence: false, reason: 'fewer_than_told' });
    expect(end.words).toBe('1000 of 3500 titles were read; the others did not show.');
  });

  it.each<[string, ModelItem[], ModelManners]>([
    ['1,500 of one moment amid 6,000', shelf(6000, (at) => (at >= 2500 && at < 4000 ? atOnce : {})), {}],
    ['5,000 that are all of one moment', shelf(5000, () => atOnce), { sameTies: true }],
    ['one without a date, sorted as the oldest', shelf(12_000, (at) => (at === 5 ? undated : {})), {}],
    [
      'one without a date, sorted as the newest',
      shelf(12_000, (at) => (at === 5 ? undated : {})),
      { undatedNewest: true },
    ],
    ['an epoch as its date', shelf(3500, (at) => (at === 0 ? { purchase_date: '1970-01-01T00:00:00.000Z' } : {})), {}],
    ['1,200 epochs', shelf(4500, (at) => (at < 1200 ? { purchase_date: '1970-01-01T00:00:00.000Z' } : {})), {}],
    ['1,500 without a date, sorted as the oldest', shelf(15_000, (at) => (at < 1500 ? undated : {})), {}],
    [
      '1,500 without a date, sorted as the newest',
      shelf(9000, (at) => (at < 1500 ? undated : {})),
      { undatedNewest: true },
    ],
    ['no dates at all', shelf(18_000, () => undated), {}],
  ])('finds all among %s', async (_, items, manners) => {
    const { end, missing, calls } = await read(items, manners);
    expect([end.complete, missing]).toEqual([true, 0]);
    expect(calls).toBeLessThanOrEqual(40);
  });

  it('reads 1,500 of one moment without a total as well, and does not call it proven', async () => {
    const items = shelf(6000, (at) => (at >= 2500 && at < 4000 ? atOnce : {}));
    const { end, missing } = await read(items, { noTotal: true });
    expect([end.complete, end.reason, missing]).toEqual([false, 'not_verified', 0]);
  });

  it('asks for nothing bought after 1970 at first', async () => {
    const { library } = await read(shelf(1900, (at) => (at < 1000 ? { purchase_date: '1970-01-01T00:00:00Z' } : {})));
    expect(library.asked.every((query) => !(query.get('purchased_after') ?? '2000').startsWith('19'))).toBe(true);
  });

  it('repeats all other parameters with each token', async () => {
    const { library } = await read(shelf(4000), { chain: 'demanded' });
    const chained = library.asked.filter((query) => query.has('continuation_token'));
    const first = new URLSearchParams(library.asked[0]);
    expect(chained.length).toBeGreaterThan(1);
    for (const query of chained) {
      query.delete('continuation_token');
      expect(query.toString()).toBe(first.toString());
    }
  });

  it('keeps the token of the first page', async () => {
    const { end } = await read(shelf(2500), { stateToken: '1785499200123' });
    expect(end.stateToken).toBe('1785499200123');
    expect((await read(shelf(3), { stateToken: '0' })).end.stateToken).toBeUndefined();
  });

  it('counts rows that name nothing once, and is complete with them', async () => {
    const odd = [{ title: 'No identity' }, null, 'text'] as unknown as ModelItem[];
    const library = new ModelLibrary(shelf(1200), {
      dress: (rows, call) => (call === 2 ? [...rows.slice(0, 997), ...odd] : rows),
    });
    const keeper = new Keeper();
    expect(await keeper.walk(new Visit(library.ask))).toMatchObject({ complete: true, seen: 1203 });
  });
});

describe('a library that changes meanwhile', () => {
  const bought = { asin: 'B0NEW00001', title: 'New', purchase_date: '2025-12-31T00:00:00.000Z' };

  it.each([1500, 2500, 12_000])('finds what is bought among %i during the walk', async (count) => {
    for (const call of [2, 3]) {
      const before = (at: number, library: ModelLibrary) => at === call && library.change([...library.items, bought]);
      const { end, missing, calls } = await read(shelf(count), { before });
      expect([end.complete, missing]).toEqual([true, 0]);
      expect(end.mayConcludeAbsence).toBe(calls < call);
    }
  });

  it.each([1500, 2500, 12_000])('loses nothing where the newest of %i is returned during the walk', async (count) => {
    for (const call of [2, 3, 4]) {
      const before = (at: number, library: ModelLibrary) =>
        at === call && library.change(library.items.filter(({ asin }) => asin !== asinOf(count - 1)));
      const { end, missing, library } = await read(shelf(count), { before });
      expect([end.complete, missing]).toEqual([true, 0]);
      expect(end.mayConcludeAbsence).toBe(library.items.length === count);
    }
  });

  it('claims nothing where a return may have moved a title between two pages', async () => {
    const before = (at: number, library: ModelLibrary) =>
      at === 4 && library.change(library.items.filter(({ asin }) => asin !== asinOf(8999)));
    const { end, missing } = await read(shelf(9000), { before, ignoresWindow: true });
    expect([end.complete, end.mayConcludeAbsence, missing > 0]).toEqual([false, false, true]);
  });
});
