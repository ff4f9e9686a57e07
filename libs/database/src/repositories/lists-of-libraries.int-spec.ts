import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';
import { newId } from '../ids.js';
import { connectedLibrary } from './testing/connected-library.js';
import { listedItems } from './testing/listed-items.js';

const ITEM = {
  ...{ path: 'a.epub', attempt: 1, requestPath: 'a.epub', sidecar: false, size: 1, modified: null },
  ...{ etag: null, remoteId: null, processing: false },
};

describe('what is to be looked at in a library', () => {
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

  it('goes with its library, and belongs to nobody once its scan goes', async () => {
    const libraryId = await connectedLibrary(database);
    const scan = await database.scans.begin(libraryId, newId());
    await database.stageListing(scan.id, { items: listedItems(scan.id, [ITEM]), folders: [] });
    await database.sourceUpdates.takeNew(scan.id, libraryId);
    const named = { libraryId, scanId: scan.id, after: '', limit: 5 };
    expect((await database.unnamedItems.take(named)).arrivals).toMatchObject([{ path: 'a.epub', scanId: scan.id }]);
    const sql = database.sourceListings['client'];
    await sql.$executeRaw`delete from scan`;
    expect(await sql.$queryRaw`select path, scan_id from arrival`).toEqual([{ path: 'a.epub', scan_id: null }]);
    await sql.$executeRaw`delete from user_account`;
    expect(await sql.$queryRaw`select path from arrival union all select path from source_item`).toEqual([]);
  });
});
