import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';
import { newId } from '../ids.js';
import type { ListedItem } from '../listed-items.js';
import type { FoundFolder, SeenFolder } from '../stage-listing.js';
import { connectedLibrary } from './testing/connected-library.js';
import { listedItems } from './testing/listed-items.js';

const item = (path: string, more: Partial<ListedItem> = {}): ListedItem => ({
  ...{ path, attempt: 1, requestPath: path, sidecar: false, size: 1, modified: null, etag: null },
  ...{ remoteId: null, processing: false, ...more },
});
const seen = (path: string, outcome: string): SeenFolder => ({
  ...{
    path,
    target: { key: path },
    outcome,
    attempt: 1,
    etag: null,
    modified: null,
    count: 0,
    date: null,
    detail: null,
  },
});

describe('what a server lists', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 2);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  const stage = (scanId: string, items: ListedItem[], folders: (FoundFolder | SeenFolder)[] = []) =>
    database.stageListing(scanId, { items: listedItems(scanId, items), folders });
  const sql = () => database.sourceListings['client'];

  it('is written down as it is, whatever its names hold', async () => {
    const scanId = newId();
    const [modified, old] = [Date.UTC(2026, 0, 1, 2, 3, 4, 567), Date.UTC(1985, 1, 2, 3, 4, 5)].map(
      (ms) => new Date(ms),
    );
    const odd = item('a\u0001b\u0002\u0003\n\t"\'\\N,{}é😀.epub', {
      modified,
      etag: '',
      remoteId: '\u0001',
      size: 2 ** 40,
    });
    await stage(scanId, [odd, item('b.epub', { size: null, modified: old })]);
    const rows = await sql().$queryRaw`
      select path, size::float8 as size, modified, etag, remote_id as "remoteId" from listed_item
      where scan_id = ${scanId}::uuid order by path`;
    const { path, size, etag, remoteId } = odd;
    expect(rows).toEqual([
      { path, size, modified, etag, remoteId },
      { path: 'b.epub', size: null, modified: old, etag: null, remoteId: null },
    ]);
  });

  it('is written down all or not at all, and others are after one that could not be', async () => {
    const scanId = newId();
    const items = [item('a.epub'), item('b\u0000.epub')];
    await expect(stage(scanId, items, [seen('', 'complete')])).rejects.toMatchObject({ code: '22021' });
    await expect(stage(scanId, [item('c.epub')], [seen('\u0000', 'failed')])).rejects.toMatchObject({ code: '22P05' });
    expect(await database.sourceListings.outcomes(scanId)).toEqual(new Map());
    await expect(stage(scanId, items)).rejects.toMatchObject({ code: '22021' });
    await Promise.all(items.map((one) => stage(scanId, [one]).catch(() => 0)));
    const rows = await sql().$queryRaw`select path from listed_item where scan_id = ${scanId}::uuid`;
    expect(rows).toEqual([{ path: 'a.epub' }]);
  });

  it('is not to be listed again where a folder is found after it was listed', async () => {
    const scanId = newId();
    const found = (path: string) => ({ path, target: { key: path } });
    await stage(scanId, [], [found('a'), seen('b', 'complete')]);
    const odd = `o'b\\'"$1;--\n`;
    await stage(scanId, [item('a.epub')], [found('b'), seen('c', 'failed'), found('d'), seen(odd, 'complete')]);
    expect(await database.sourceListings.leftToList(scanId)).toEqual([{ key: 'a' }, { key: 'd' }]);
    expect(Object.fromEntries(await database.sourceListings.outcomes(scanId))).toMatchObject({
      b: 'complete',
      [odd]: 'complete',
    });
  });

  it('is new once, where it has any bytes', async () => {
    const libraryId = await connectedLibrary(database);
    const { id: scanId } = await database.scans.begin(libraryId, newId());
    const items = [
      ...[item('d/b.epub'), item('a.epub'), item('empty.epub', { size: 0 })],
      ...[item('fresh.epub', { processing: true }), item('cover.jpg', { sidecar: true })],
    ];
    await stage(scanId, items);
    for (let times = 0; times < 2; times++) await database.sourceUpdates.takeNew(scanId, libraryId);
    const known = await sql().sourceItem.findMany({ where: { libraryId }, orderBy: { path: 'asc' } });
    expect(known.map(({ path }) => path)).toEqual(['a.epub', 'cover.jpg', 'd/b.epub', 'fresh.epub']);
    expect(new Set(known.map(({ revision }) => revision)).size).toBe(4);
    for (const { revision } of known) expect(revision).toMatch(/^dav[0-9a-f]{16}$/);
    expect(known.map(({ settling }) => settling)).toEqual([false, false, false, true]);
  });

  it.each([
    ['a.epub', ''],
    ['a/b/c.epub', 'a/b'],
    ['é/😀/ü.epub', 'é/😀'],
    ['a\nb/c\nd', 'a\nb'],
    ['a/', 'a'],
    ['', ''],
  ])('lies, as %j, in the folder %j', async (path, folder) => {
    expect(await sql().$queryRaw`select folder_of(${path}) as folder`).toEqual([{ folder }]);
  });
});
