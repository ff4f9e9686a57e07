import { testDatabase, type TestDatabase } from '@octavo/testing';
import { randomUUID } from 'node:crypto';
import { Database } from '../database.js';

describe('the list of arrivals', () => {
  let test: TestDatabase;
  let database: Database;
  let libraryId: string;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 8);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  beforeEach(async () => {
    libraryId = (await database.libraries.ensure(`/books/${randomUUID()}`, 'Books')).id;
  });

  const note = (paths: string[], more: { inMs?: number; reread?: boolean } = {}) =>
    database.arrivals.note({ libraryId, paths, origin: 'watch', ...more });
  const claim = async (limit = 10) => database.arrivals.claim(libraryId, limit);
  const paths = (rows: { path: string }[]) => rows.map(({ path }) => path);
  const at = (path: string) => ({ path, size: 1n, mtimeNs: 1n, sameSince: new Date(), failed: false });
  const leaseEnds = () => database.arrivals['client'].$executeRaw`update arrival set claimed_until = now()`;

  it('gives every path to one worker only, however many ask at once', async () => {
    const all = Array.from({ length: 300 }, (_, n) => `${n}.epub`);
    await note(all);
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim(20)));
    const claimed = claims.flatMap(paths);
    expect(new Set(claimed).size).toBe(claimed.length);
    while (claimed.length < all.length) claimed.push(...paths(await claim(20)));
    expect(claimed.toSorted()).toEqual(all.toSorted());
    expect(await claim()).toEqual([]);
  });

  it('gives a path again when whoever had it does not renew the claim', async () => {
    await note(['a.epub']);
    const [first] = await claim();
    expect(await claim()).toEqual([]);
    await leaseEnds();
    const [second] = await claim();
    expect(second!.claim).not.toBe(first!.claim);
    expect(await database.arrivals.finish(libraryId, first!.claim, ['a.epub'])).toEqual([]);
    expect(await database.arrivals.finish(libraryId, second!.claim, ['a.epub'])).toEqual(['a.epub']);
  });

  it('gives a path again at once when whoever had it lets go', async () => {
    await note(['a.epub']);
    await database.arrivals.letGo(libraryId, (await claim())[0]!.claim);
    expect(paths(await claim())).toEqual(['a.epub']);
  });

  it('keeps what changed again while it was looked at', async () => {
    await note(['a.epub', 'b.epub']);
    const ours = (await claim())[0]!.claim;
    await note(['a.epub']);
    expect(await database.arrivals.finish(libraryId, ours, ['a.epub', 'b.epub'])).toEqual(['b.epub']);
    expect(paths(await claim())).toEqual(['a.epub']);
  });

  it('postpones what is not at rest, counts failures, and forgets them when there is news', async () => {
    await note(['a.epub', 'b.epub']);
    const ours = (await claim())[0]!.claim;
    await database.arrivals.postpone(libraryId, ours, [
      { ...at('a.epub'), inMs: 60_000 },
      { ...at('b.epub'), inMs: 0, failed: true },
    ]);
    expect(await claim()).toMatchObject([{ path: 'b.epub', attempts: 1, size: 1n, mtimeNs: 1n }]);
    expect(await database.arrivals.nextDue(libraryId)).toBeGreaterThan(10_000);
    await note(['b.epub'], { reread: true });
    expect(await claim()).toMatchObject([{ path: 'b.epub', attempts: 0, reread: true }]);
    expect(await database.arrivals.claimPath(libraryId, 'a.epub')).toMatchObject({ path: 'a.epub' });
    expect(await database.arrivals.claimPath(libraryId, 'c.epub')).toBeUndefined();
  });

  it('gives what somebody waits for before what a scan found', async () => {
    const scan = await database.scans.begin(libraryId, randomUUID());
    const file = { size: 1n, mtimeNs: 1n, inode: '1', sidecar: false };
    await database.listings.stage(scan.id, [{ path: 'a.epub', ...file }]);
    await database.listings.noteDifferences(scan.id, libraryId);
    await note(['z.epub']);
    expect(paths(await claim())).toEqual(['z.epub']);
    expect(paths(await claim())).toEqual(['a.epub']);
  });

  it('takes no notice of libraries that are no more, and names those with something to do', async () => {
    await note(['a.epub']);
    await database.arrivals.note({ libraryId: randomUUID(), paths: ['a.epub'], origin: 'watch' });
    expect(await database.arrivals.due()).toContain(libraryId);
    await database.libraries.update(libraryId, { paused: true });
    expect(await database.arrivals.due()).not.toContain(libraryId);
    await database.libraries.remove(libraryId);
    expect(await database.arrivals.isExpected(libraryId, 'a.epub')).toBe(false);
  });

  it('belongs to nobody once its scan is over', async () => {
    const scan = await database.scans.begin(libraryId, randomUUID());
    const file = { size: 1n, mtimeNs: 1n, inode: '1', sidecar: false };
    await database.listings.stage(scan.id, [{ path: 'a.epub', ...file }]);
    await database.listings.noteDifferences(scan.id, libraryId);
    const next = await database.scans.begin(libraryId, randomUUID());
    expect((await database.scans.find(scan.id))!.state).toBe('CANCELLED');
    await database.listings.stage(next.id, [{ path: 'a.epub', ...file }]);
    await database.listings.noteDifferences(next.id, libraryId);
    expect(await database.arrivals.leftOfScan(next.id)).toBe(1);
  });
});
