import { compareItems, type ItemFacts } from '@octavo/domain';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';
import { newId } from '../ids.js';
import { connectedLibrary } from './testing/connected-library.js';
import { listedItems } from './testing/listed-items.js';

const SIZES = [null, 1, 2];
const TIMES = [null, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)];
const ETAGS = [null, 'aa', 'bb', '1-2', '-1-3'];
const ALL: ItemFacts[] = SIZES.flatMap((size) =>
  TIMES.flatMap((mtimeMs) => ETAGS.map((etag) => ({ size, mtimeMs, etag, remoteId: null }))),
);

describe('whether a file on a server is another one than it was', () => {
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

  it('is decided in the database as it is in words', async () => {
    const [libraryId, scanId] = [await connectedLibrary(database), newId()];
    const pairs = ALL.flatMap((known) => ALL.map((now) => ({ known, now })));
    const stage = (side: 'known' | 'now') =>
      database.stageListing(scanId, {
        folders: [],
        items: listedItems(
          scanId,
          pairs.map((pair, at) => {
            const { mtimeMs, ...facts } = pair[side];
            const place = { path: `${at}.epub`, attempt: 1, requestPath: `${at}.epub`, sidecar: false };
            return { ...place, ...facts, modified: mtimeMs === null ? null : new Date(mtimeMs), processing: false };
          }),
        ),
      });
    await stage('known');
    await database.sourceUpdates.takeNew(scanId, libraryId);
    await database.sourceListings.clear(scanId);
    await stage('now');
    const different = new Set(await database.sourceDifferences.different(scanId, libraryId));
    const wanted = pairs.flatMap(({ known, now }, at) => (compareItems(known, now) === 'changed' ? `${at}.epub` : []));
    expect([...different].toSorted()).toEqual(wanted.toSorted());
    expect(wanted.length).toBeGreaterThan(100);
  });

  it('is asked of what lies beside books as long as any is known, though nothing of it was ever kept as a file', async () => {
    const [libraryId, scanId] = [await connectedLibrary(database), newId()];
    const has = async () => (await database.sourceDifferences.compare(scanId, libraryId, 0)).hasSidecars;
    expect(await has()).toBe(false);
    const place = { path: 'cover.jpg', attempt: 1, requestPath: 'cover.jpg', sidecar: true, size: 0, modified: null };
    const empty = { ...place, etag: null, remoteId: null, processing: false };
    await database.stageListing(scanId, { items: listedItems(scanId, [empty]), folders: [] });
    expect(await has()).toBe(true);
    await database.sourceUpdates.takeNew(scanId, libraryId);
    await database.sourceUpdates.takeSidecars(scanId, libraryId);
    await database.sourceListings.clear(scanId);
    expect(await has()).toBe(true);
  });
});
