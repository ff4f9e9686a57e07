import { Database, newId, type SeenFolder } from '@octavo/database';
import type { DavEntry } from '@octavo/sources';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Staging } from '../src/listing/staging.js';

const file = (path: string, size: number): DavEntry => ({ key: path, path, parent: '', folder: false, size });
const BASE: SeenFolder = {
  ...{ path: '', target: {}, outcome: 'complete', attempt: 1, etag: null, modified: null, count: 2 },
  ...{ date: null, detail: null },
};

describe('what is written down of a listing', () => {
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

  const kept = async (scanId: string) => {
    await database.sourceListings.keepWhatCounts(scanId, 0);
    return database.sourceListings['client'].$queryRaw`
      select path, size::int as size from listed_item where scan_id = ${scanId}::uuid order by path`;
  };

  it('counts once where somebody writes beside us who does not know that his turn is over', async () => {
    const scanId = newId();
    const [old, ours] = [new Staging(database, scanId), new Staging(database, scanId)];
    for (const [staging, size] of [
      [old, 1],
      [ours, 2],
    ] as const) {
      for (const path of ['a.epub', 'b.epub']) staging.addFile(file(path, size), 1);
      await staging.flush();
    }
    ours.noteFolder(BASE);
    await ours.flush();
    old.addFile(file('late.epub', 1), 1);
    await old.flush();
    expect(await kept(scanId)).toEqual([
      { path: 'a.epub', size: 2 },
      { path: 'b.epub', size: 2 },
    ]);
  });

  it('does not count where nothing became of the folder', async () => {
    const scanId = newId();
    const staging = new Staging(database, scanId);
    staging.addFile(file('a.epub', 1), 1);
    staging.addFolder({ path: '', target: {} });
    await staging.flush();
    expect(await kept(scanId)).toEqual([]);
  });
});
