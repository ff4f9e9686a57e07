import { testDatabase, type TestDatabase } from '@octavo/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Database } from '../database.js';
import { aNewBook } from './testing/new-book.js';

/** A file as a disk has it. */
interface OnDisk {
  size: bigint;
  mtimeNs: bigint;
  inode: string;
}
/** As the library knows it. */
interface Known extends OnDisk {
  missing: boolean;
  /** Shown before all of it was read. */
  provisional: boolean;
}

const folders = ['', 'a', 'a/b', 'ab', 'a_'];
const path = fc
  .tuple(fc.constantFrom(...folders), fc.constantFrom('1', 'Ä%'))
  .map(([folder, name]) => (folder === '' ? `${name}.epub` : `${folder}/${name}.epub`));
const disk = fc.record<OnDisk>({
  size: fc.constantFrom(0n, 3n, 3n),
  mtimeNs: fc.bigInt(1_700_000_000_000_000_000n, 1_700_000_000_000_000_001n),
  inode: fc.constantFrom('7', '8'),
});
const known = fc.tuple(disk, fc.nat(4), fc.nat(4));
const dictionary = <Value>(value: fc.Arbitrary<Value>) =>
  fc.array(fc.tuple(path, value), { maxLength: 12 }).map((entries) => new Map(entries));

const isBelow = (what: string, folder: string) => folder === '' || what === folder || what.startsWith(`${folder}/`);

describe('a listing compared with what is known', () => {
  let test: TestDatabase;
  let database: Database;
  let scanId: string;
  let libraryId: string;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  async function library(files: Map<string, Known>): Promise<void> {
    const { id } = await database.libraries.ensure(`/books/${randomUUID()}`, 'Books');
    libraryId = id;
    const books = [...files].map(([at, { size, mtimeNs, inode, provisional }]) =>
      aNewBook(libraryId, { path: at, size, mtimeNs, inode }, provisional ? `path:${randomUUID()}` : randomUUID()),
    );
    await database.transaction(({ newBooks }) => newBooks.addAll(books));
    const missing = [...files].filter(([, file]) => file.missing).map(([at]) => at);
    await database.places.markGone(libraryId, missing);
    scanId = (await database.scans.begin(libraryId, randomUUID())).id;
  }

  const stage = (files: Map<string, OnDisk>) =>
    database.listings.stage(
      scanId,
      [...files].map(([at, file]) => ({ path: at, sidecar: false, ...file })),
    );

  const arrivals = async () => (await database.arrivals.claim(libraryId, 1_000)).map(({ path: at }) => at).toSorted();

  it('names what is new, changed and gone, whatever is known and listed', async () => {
    const given = fc.record({
      before: dictionary(known.map(([file, x, y]) => ({ ...file, missing: x === 0, provisional: y === 0 }))),
      now: dictionary(disk),
      unseen: fc.uniqueArray(fc.constantFrom(...folders, 'a/b/1.epub'), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ before, now, unseen }) => {
        await library(before);
        await stage(now);
        const counts = await database.listings.noteDifferences(scanId, libraryId);
        const gone = (await database.listings.gone(scanId, libraryId, unseen)).map((row) => row.path).toSorted();

        const added = [...now].filter(([at, file]) => !before.has(at) && file.size > 0n).map(([at]) => at);
        const differs = (a: OnDisk, b: Known) =>
          b.missing ||
          a.size !== b.size ||
          a.mtimeNs !== b.mtimeNs ||
          a.inode !== b.inode ||
          (b.provisional && a.size > 0n);
        const both = [...now].filter(([at]) => before.has(at));
        const changed = both.filter(([at, file]) => differs(file, before.get(at)!)).map(([at]) => at);
        expect(counts).toEqual({
          found: now.size,
          added: added.length,
          changed: changed.length,
          unchanged: both.length - changed.length,
        });
        expect(await arrivals()).toEqual([...added, ...changed].toSorted());
        const lost = [...before].filter(
          ([at, file]) => !file.missing && !now.has(at) && !unseen.some((folder) => isBelow(at, folder)),
        );
        expect(gone).toEqual(lost.map(([at]) => at).toSorted());
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('keeps what another scan or an event had asked for, once', async () => {
    const file = { size: 1n, mtimeNs: 1n, inode: '1' };
    await library(new Map());
    await database.arrivals.note({ libraryId, paths: ['x.epub', 'away.epub'], origin: 'upload' });
    await stage(
      new Map([
        ['x.epub', file],
        ['y.epub', file],
      ]),
    );
    await database.listings.noteDifferences(scanId, libraryId);
    expect(await database.arrivals.leftOfScan(scanId)).toBe(2);
    const [first] = await database.arrivals.claim(libraryId, 10);
    expect(first).toMatchObject({ path: 'away.epub', origin: 'upload' });
  });

  it('has books read again beside which a sidecar came or changed, and no others', async () => {
    const file = { size: 1n, mtimeNs: 1n, inode: '1', missing: false, provisional: false };
    await library(
      new Map([
        ['a/1.epub', file],
        ['a/2.epub', file],
        ['ab/3.epub', file],
        ['ab/4.epub', file],
      ]),
    );
    const sidecars = (mtimeNs: bigint) =>
      ['a/cover.jpg', 'ab/3.opf', 'ab/notes.jpg'].map((at) => ({ path: at, sidecar: true, ...file, mtimeNs }));
    await database.listings.stage(scanId, sidecars(1n));
    await database.listings.takeSidecars(scanId, libraryId, []);
    expect(await arrivals()).toEqual(['a/1.epub', 'a/2.epub', 'ab/3.epub']);

    await database.arrivals.forgetScan(scanId);
    await database.listings.takeSidecars(scanId, libraryId, []);
    expect(await arrivals()).toEqual([]);

    await database.listings.clear(scanId);
    await database.listings.stage(scanId, sidecars(2n).slice(1));
    await database.listings.takeSidecars(scanId, libraryId, []);
    expect(await arrivals()).toEqual(['ab/3.epub']);
    expect(await database.sidecars.foldersWith(libraryId, ['a', 'ab', 'x'])).toEqual(new Set(['ab']));
  });
});
