import { aLibrary, anItem, irregularItems } from '@octavo/testing';
import { type AudibleHouse, startAudibleHouse } from './audible-house.js';

const isBook = (item: object) => /PartBook$/.test(String((item as Record<string, unknown>)['content_delivery_type']));
const bought = (day: number) => `2024-01-${`${day}`.padStart(2, '0')}T10:00:00.000Z`;

describe('a library at Audible', () => {
  let at: AudibleHouse;
  afterEach(() => at?.close());

  const libraryCalls = () => at.audible.asked.filter(({ target }) => /\/1\.0\/library\?/.test(target));
  const rows = () =>
    at.house.sql<{ id: string; title: string; updated_at: Date }>(
      'select id, title, updated_at from book order by title',
    );

  it('of ten titles comes with one question, signed, and its titles are new books', async () => {
    const items = aLibrary(10).map((item) => ({
      ...item,
      content_type: 'Product',
      content_delivery_type: 'SinglePartBook',
    }));
    at = await startAudibleHouse({ libraries: { us: items } });
    const account = await at.connect();
    expect(account).toMatchObject({ state: 'OK', name: 'Anna', ways: ['signing', 'token'], isImported: true });
    const [store] = account.stores;
    expect(store).toMatchObject({ country: 'us', total: 10, titleCount: 10, lastSyncStatus: 'OK', lastError: null });
    expect(store!.sync!.tally).toMatchObject({ mode: 'full', total: 10, distinct: 10, created: 10, complete: true });
    expect(await at.titles()).toHaveLength(10);
    // The first asks whether the credentials are good.
    const [, ...calls] = libraryCalls();
    expect(calls).toHaveLength(1);
    const { query, headers } = calls[0]!;
    expect(query.get('sort_by')).toBe('-PurchaseDate');
    expect(Number(query.get('num_results'))).toBeLessThanOrEqual(1_000);
    expect(query.get('response_groups')).toContain('product_attrs,product_desc,media,contributors,series');
    expect(headers['x-adp-signature']).toBeTruthy();
    expect(headers['x-amz-access-token']).toBeUndefined();
    const { body } = await at.house.admin.get('/api/books?limit=1');
    expect(body.items[0]).toMatchObject({ status: 'NEW', files: [], missing: false });
  });

  it('of 2,500 titles is complete: the newest, the oldest, and what lies between', async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(2_500) } });
    const { stores } = await at.connect();
    expect(stores[0]!.sync!.tally).toMatchObject({ total: 2_500, distinct: 2_500, complete: true, malformed: 0 });
    const kept = await at.house.sql<{ count: number }>('select count(*)::int from purchase');
    expect(kept[0]!.count).toBe(2_500);
    expect(await at.titles()).toHaveLength(aLibrary(2_500).filter(isBook).length);
    expect(
      libraryCalls()
        .map(({ query }) => query.get('sort_by'))
        .slice(1, 3),
    ).toEqual(['-PurchaseDate', 'PurchaseDate']);
  });

  it('is not written anew where nothing changed, though the server shuffles what has no order', async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(40) } });
    const { id } = await at.connect();
    const before = await rows();
    const purchases = await at.house.sql('select id, updated_at from purchase order by id');
    at.audible.treat({ shuffleArrays: true });
    const { sync } = await at.sync(id, { full: true });
    expect(sync!.tally).toMatchObject({ mode: 'full', created: 0, updated: 0, volatileOnly: 0, unchanged: 40 });
    expect(await rows()).toEqual(before);
    expect(await at.house.sql('select id, updated_at from purchase order by id')).toEqual(purchases);
  });

  it('takes over what changed, keeps what a person said, and is not emptied by nothing', async () => {
    const items = [1, 2].map((day) =>
      anItem({ asin: `B0CHANGE0${day}`, purchase_date: bought(day), subtitle: null }, day),
    );
    at = await startAudibleHouse({ libraries: { us: items } });
    const { id } = await at.connect();
    const [{ body: page }] = [await at.house.admin.get('/api/books?limit=10&sort=title')];
    const bookOf = (asin: string) =>
      page.items.find((book: { identifiers: { value: string }[] }) =>
        book.identifiers.some(({ value }) => value === asin),
      );
    const [one, two] = [bookOf('B0CHANGE01'), bookOf('B0CHANGE02')];
    await at.house.admin.patch(`/api/books/${two.id}`, { title: 'As I call it' });
    const { description } = one;
    expect(description).toBeTruthy();
    at.audible.library().change('B0CHANGE01', { title: 'Renamed', publisher_summary: null, product_images: null });
    at.audible.library().change('B0CHANGE02', { title: 'Renamed too', series: [] });
    const { sync } = await at.sync(id, { full: true });
    expect(sync!.tally).toMatchObject({ updated: 2, created: 0 });
    const { body: first } = await at.house.admin.get(`/api/books/${one.id}`);
    expect(first).toMatchObject({ title: 'Renamed', description, status: 'NEW' });
    expect(first.provenance.title).toMatchObject({ source: 'audible' });
    const { body: second } = await at.house.admin.get(`/api/books/${two.id}`);
    expect(second).toMatchObject({ title: 'As I call it', series: [] });
  });

  it('shows how far was heard, and takes that for no change of the book', async () => {
    at = await startAudibleHouse({ libraries: { us: [anItem({ asin: 'B0HEARD001', percent_complete: 3 })] } });
    const { id } = await at.connect();
    const before = await rows();
    at.audible.library().change('B0HEARD001', { percent_complete: 41.7, listening_status: { percent_complete: 41.7 } });
    const { sync } = await at.sync(id, { full: true });
    expect(sync!.tally).toMatchObject({ updated: 0, volatileOnly: 1 });
    expect(await rows()).toEqual(before);
    const { body } = await at.house.admin.get(`/api/books/${before[0]!.id}/forms`);
    expect(body.purchases[0]).toMatchObject({ asin: 'B0HEARD001', heardPercent: 41.7, account: 'Anna', country: 'us' });
  });

  it('loses nothing: what is not there twice in a row is marked, and what comes back is there again', async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(30).filter(isBook) } });
    const { id, stores } = await at.connect();
    const { titleCount } = stores[0]!;
    const row = at.audible.library().items[3] as { asin: string };
    at.audible.library().remove(row.asin);
    expect((await at.sync(id, { full: true })).sync!.tally).toMatchObject({ absent: 1, complete: true });
    expect((await at.shown(id)).stores[0]).toMatchObject({ titleCount, removedCount: 0 });
    await at.sync(id, { full: true });
    expect((await at.shown(id)).stores[0]).toMatchObject({ titleCount, removedCount: 1 });
    expect(await at.titles()).toHaveLength(titleCount);
    at.audible.library().add(row);
    await at.sync(id, { full: true });
    expect((await at.shown(id)).stores[0]).toMatchObject({ titleCount, removedCount: 0 });
  });

  it('is not taken for empty when the server shows nothing, nor after a look that was not complete', async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(30) } });
    const { id } = await at.connect();
    at.audible.library().hold([]);
    for (let look = 0; look < 3; look += 1) {
      const store = await at.sync(id, { full: true });
      expect(store).toMatchObject({ lastSyncStatus: 'PARTIAL', removedCount: 0 });
      expect(store.lastError).toContain('Nothing is taken for gone');
    }
  });

  it('keeps what is good of a page in which much is not, and says what was left out and why', async () => {
    const good = [anItem({ asin: 'B0GOOD0001', title: 'The good one' })];
    at = await startAudibleHouse({ libraries: { us: [...Object.values(irregularItems()), ...good] } });
    const { id, stores } = await at.connect();
    const { sync } = stores[0]!;
    expect(sync!.tally.malformed).toBeGreaterThan(0);
    expect(await at.titles()).toContain('The good one');
    const { body } = await at.house.admin.get(`/api/audible/${id}/stores/${stores[0]!.id}/syncs/${sync!.id}`);
    expect(body.oddities.length).toBeGreaterThanOrEqual(sync!.tally.malformed + sync!.tally.leftOut);
    for (const { reason } of body.oddities) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});
