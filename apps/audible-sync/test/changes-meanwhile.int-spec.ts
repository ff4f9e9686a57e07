import { aLibrary, anItem, irregularItems } from '@octavo/testing';
import { AudibleDesk } from './audible-desk.js';

const LIBRARY = /\/1\.0\/library\?/;
const bought = (asin: string) => anItem({ asin, title: asin, purchase_date: '2026-01-01T00:00:00.000Z' });

let desk: AudibleDesk;
afterEach(() => desk?.close());

const missed = () => desk.rows<{ asin: string }>('select asin from purchase where misses > 0 order by asin');

describe('a library that changes while it is looked at', () => {
  it('loses nothing: what is bought or returned meanwhile is no reason to take anything for gone', async () => {
    const items = aLibrary(1_100);
    desk = await AudibleDesk.open({ libraries: { us: items } });
    const store = await desk.connect();
    await desk.sync(store);
    const library = desk.audible.library();
    const gone = items[500]!.asin;
    library.remove(gone); // would be missed by a look that saw all the rest

    desk.audible.treat(
      { mutateBefore: () => library.add(bought('B0MEANWHIL')) },
      { target: LIBRARY, from: 2, times: 1 },
    );
    const first = await desk.sync(store, { full: true });
    expect(first).toMatchObject({ absent: 0, created: 1 });
    expect(await desk.count('purchase', `asin = 'B0MEANWHIL'`)).toBe(1);
    expect(await missed()).toEqual([]);

    desk.audible.recover();
    desk.audible.treat({ mutateBefore: () => library.remove('B0MEANWHIL') }, { target: LIBRARY, from: 2, times: 1 });
    expect(await desk.sync(store, { full: true })).toMatchObject({ absent: 0, created: 0 });
    expect(await missed()).toEqual([]);

    desk.audible.recover();
    expect(await desk.sync(store, { full: true })).toMatchObject({ outcome: 'OK', complete: true, absent: 2 });
    expect(await missed()).toEqual([{ asin: gone }, { asin: 'B0MEANWHIL' }].sort((a, b) => (a.asin < b.asin ? -1 : 1)));
    expect(await desk.count('purchase')).toBe(1_101);
    expect(await desk.count('purchase', `remote_state = 'REMOVED'`)).toBe(0);
  });

  it('is told in other words: they are taken over, and what is ours is not touched', async () => {
    desk = await AudibleDesk.open({
      libraries: { us: [anItem({ asin: 'B0CHANGE01' }), anItem({ asin: 'B0CHANGE02' })] },
    });
    const store = await desk.connect();
    await desk.sync(store);
    await desk.rows(`update book set status = 'READY', delivery_form = 'epub:1-2'`);
    const ours = () => desk.rows('select id, status, delivery_form, owner_id, added_at from book order by id');
    const firstSeen = () => desk.rows('select id, first_seen_at, book_id from purchase order by id');
    const before = [await ours(), await firstSeen()];
    const cover = { '500': 'https://m.media-amazon.com/images/I/99NEWCOVER._SL500_.jpg' };
    desk.audible.library().change('B0CHANGE01', {
      ...{ title: 'Another title', subtitle: 'Another subtitle', runtime_length_min: 7, product_images: cover },
      series: [{ asin: 'B0SERIES09', title: 'Another series', sequence: '4', url: null }],
    });
    expect(await desk.sync(store, { full: true })).toMatchObject({ updated: 1, unchanged: 1, created: 0 });
    expect([await ours(), await firstSeen()]).toEqual(before);
    const [book] = await desk.rows<{ title: string; subtitle: string }>(
      `select b.title, b.subtitle, p.runtime_min, p.raw->'product_images'->>'500' as image, s.name as series
       from purchase p join book b on b.id = p.book_id
       join series_entry e on e.book_id = b.id join series s on s.id = e.series_id where p.asin = 'B0CHANGE01'`,
    );
    expect(book).toEqual({
      ...{ title: 'Another title', subtitle: 'Another subtitle', runtime_min: 7, image: cover['500'] },
      series: 'Another series',
    });
  });
});

describe('the same titles at two marketplaces', () => {
  it('are two purchases of one book, and one marketplace fails by itself', async () => {
    desk = await AudibleDesk.open({ libraries: { us: aLibrary(6), de: aLibrary(6) } });
    const us = await desk.connect();
    const de = await desk.addStore(us, 'de');
    await desk.sync(us);
    const books = await desk.count('book');
    expect(await desk.sync(de)).toMatchObject({ outcome: 'OK', created: 6 });
    expect([await desk.count('purchase'), await desk.count('book')]).toEqual([12, books]);
    const tokens = [(await desk.store(us)).stateToken, (await desk.store(de)).stateToken];
    expect(new Set(tokens).size).toBe(2);
    expect(tokens).not.toContain(null);

    desk.audible.treat({ status: 400, message: 'no' }, { target: LIBRARY, country: 'de' });
    const both = [desk.sync(us, { full: true }), desk.sync(de, { full: true })];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await desk.store(us)).toMatchObject({ lastSyncStatus: 'OK', failures: 0 });
    expect(await desk.store(de)).toMatchObject({ lastSyncStatus: 'FAILED', failures: 1, stateToken: tokens[1] });
  });
});

describe('what a look came to', () => {
  it('is told in full, and rows that cannot be read count as looked at', async () => {
    const items = [...Object.values(irregularItems()), ...aLibrary(30)];
    desk = await AudibleDesk.open({ libraries: { us: items } });
    const active = items.filter((item) => !JSON.stringify(item ?? null).includes('"status":"Revoked"')).length;
    const told: [number, number | null][] = [];
    const progress = (done: number, total: number | null) => told.push([done, total]);
    const result = await desk.sync(await desk.connect(), { progress });
    expect(Object.keys(result).sort()).toEqual(
      [
        ...['outcome', 'durationMs', 'mode', 'total', 'fetched', 'distinct', 'complete', 'created', 'updated'],
        ...['unchanged', 'volatileOnly', 'revoked', 'hollow', 'malformed', 'absent', 'leftOut', 'requests', 'retries'],
      ].sort(),
    );
    expect(result).toMatchObject({ mode: 'full', total: active, fetched: active, complete: true });
    expect(result.malformed).toBeGreaterThan(0);
    expect(result.created + result.malformed).toBe(result.distinct);
    expect(result.created).toBe(await desk.count('purchase'));
    expect(result.durationMs).toBeGreaterThan(0);
    const [done, total] = told.at(-1)!;
    expect([done, total]).toEqual([result.distinct, active]);
  });
});
