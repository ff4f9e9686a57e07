import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';
import { newId } from '../ids.js';
import { connectedLibrary } from './testing/connected-library.js';
import { listedItems } from './testing/listed-items.js';
import { aNewBook } from './testing/new-book.js';

const ITEM = { attempt: 1, sidecar: false, size: 1, modified: null, etag: null, remoteId: null };

describe('files of a server that are no books yet', () => {
  let test: TestDatabase;
  let database: Database;
  let libraryId: string;
  let scanId: string;
  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 3);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  const sql = () => database.sourceListings['client'];
  const item = (path: string) => ({ ...ITEM, path, requestPath: path, processing: path.includes('fresh') });

  beforeEach(async () => {
    libraryId = await connectedLibrary(database);
    scanId = (await database.scans.begin(libraryId, newId())).id;
    const paths = ['a.epub', 'b.epub', 'book.epub', 'c.epub', 'd.epub', 'fresh.epub', 'gone.epub', 'read.epub'];
    const items = [...paths.map(item), { ...item('cover.jpg'), sidecar: true }];
    await database.stageListing(scanId, { items: listedItems(scanId, items), folders: [] });
    await database.sourceUpdates.takeNew(scanId, libraryId);
    await database.sourceUpdates.miss(libraryId, ['gone.epub'], { apartSec: 0, atOnce: true });
    const listed = { path: 'book.epub', size: 1n, mtimeNs: 1n, inode: '' };
    await database.newBooks.addAll([aNewBook(libraryId, listed, newId())]);
    await sql().sourceItem.updateMany({ where: { libraryId, path: 'read.epub' }, data: { unread: false } });
  });

  const take = async (
    after: string,
    limit: number,
    of: { libraryId: string; scanId: string } = { libraryId, scanId },
  ) => {
    const { arrivals, last } = await database.unnamedItems.take({ ...of, after, limit });
    return { paths: arrivals.map(({ path }) => path), last, arrivals };
  };

  it('are taken one after the other, each once, and are arrivals then', async () => {
    expect(await database.unnamedItems.count(libraryId)).toBe(4);
    expect(await take('', 3)).toMatchObject({ paths: ['a.epub', 'b.epub', 'c.epub'], last: 'c.epub' });
    expect(await take('c.epub', 3)).toMatchObject({ paths: ['d.epub'], last: 'd.epub' });
    expect(await take('d.epub', 3)).toMatchObject({ paths: [], last: undefined });
    expect(await database.arrivals.leftOfScan(scanId)).toBe(4);
    expect(await database.arrivals.claimUnscanned(libraryId, 10)).toEqual([]);
  });

  it('are not taken from somebody who has them, but are from one who died', async () => {
    const { arrivals } = await take('', 2);
    expect(await take('', 3)).toMatchObject({ paths: ['c.epub'], last: 'c.epub' });
    await sql()
      .$executeRaw`update arrival set claimed_until = now() - interval '1 s', attempts = 4 where path = 'b.epub'`;
    const again = await take('', 3);
    expect(again).toMatchObject({ paths: ['b.epub'], last: 'c.epub' });
    expect(again.arrivals[0]).toMatchObject({ attempts: 0, origin: 'scan', scanId });
    // Whoever comes back too late crosses nothing off.
    expect(await database.arrivals.finish(libraryId, arrivals[0]!.claim, ['a.epub', 'b.epub'])).toEqual(['a.epub']);
  });

  it('begin anew where they stood on the list already, to be looked at some other time', async () => {
    await database.arrivals.note({ libraryId, paths: ['a.epub'], origin: 'retry', inMs: 60_000 });
    const { arrivals } = await take('', 1);
    expect(arrivals).toMatchObject([{ path: 'a.epub', folder: '', scanId, origin: 'scan', attempts: 0 }]);
    await database.arrivals.letGo(libraryId, arrivals[0]!.claim);
    await database.arrivals.release(scanId);
    expect(await database.arrivals.claimUnscanned(libraryId, 1)).toMatchObject([{ path: 'a.epub' }]);
  });

  it('are those of one library, and nobody’s once it is gone', async () => {
    const other = { libraryId: await connectedLibrary(database), scanId: newId() };
    expect(await take('', 9, other)).toMatchObject({ paths: [], last: undefined });
    expect(await database.unnamedItems.count(other.libraryId)).toBe(0);
    await sql().$executeRaw`delete from library where id = ${libraryId}::uuid`;
    expect(await take('', 9)).toMatchObject({ paths: [], last: undefined });
  });
});
