import type { JobContext } from '@octavo/contracts';
import { converterFor } from '@octavo/converters';
import { Announcements, Database, type Library, settleRights } from '@octavo/database';
import { type Bookmark, bytesAccess, type Format, metadataFrom, type ReadingStatus } from '@octavo/domain';
import type { Config } from '@octavo/platform';
import type { Jobs } from '@octavo/queue';
import { convertedPath, DataFiles, fingerprintOfBytes, LibraryFiles } from '@octavo/storage';
import { anEpub, testDatabase, type TestDatabase } from '@octavo/testing';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ConvertFile } from './convert-file.js';
import { KepubFiles } from './kepub-files.js';
import { LibraryCopies } from './library-copies.js';
import { PlaceReadings } from './place-readings.processor.js';
import { PrepareBook } from './prepare-book.processor.js';

const CHAPTER = 'OEBPS/chapter-1.xhtml';
const CONTEXT: JobContext = { runId: '', progress: () => undefined, signal: new AbortController().signal };
const LATER = new Date('2026-03-09T08:00:00.250Z');
const NOW = new Date('2026-03-08T21:14:03.125Z');

let titles = 0;

/** One chapter of a hundred paragraphs of a sentence each, behind what stands before it; no two are the same bytes. */
function theBook(before = '') {
  const sentences = Array.from({ length: 100 }, (_, n) => `<p>Sentence${String(n).padStart(2, '0')}. </p>`);
  const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${before}${sentences.join('')}</body></html>`;
  return anEpub().titled(`Book ${++titles}`).withFile(CHAPTER, page).build();
}

async function asKepub(epub: Uint8Array): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), converterFor('epub', 'kepub')!.convert(bytesAccess(epub), out)]);
  return bytes;
}

describe('placing readings', () => {
  let test: TestDatabase;
  let database: Database;
  let folder: string;
  let library: Library;
  let data: DataFiles;
  let place: PlaceReadings;
  let prepare: PrepareBook;
  let asked: unknown[];

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 6);
    folder = await mkdtemp(join(tmpdir(), 'octavo-places-'));
    await mkdir(join(folder, 'books'));
    library = await database.libraries.ensure(join(folder, 'books'), 'Books');
    data = new DataFiles(join(folder, 'data'));
    const copies = new LibraryCopies(database, new LibraryFiles());
    place = new PlaceReadings(database, new KepubFiles(data, copies));
    const announcements = { announce: () => undefined } as unknown as Announcements;
    const jobs = { add: (_job: unknown, payload: unknown) => Promise.resolve(asked.push(payload)) } as unknown as Jobs;
    const config = { KEPUB_CONVERT: true } as Config;
    prepare = new PrepareBook(config, database, new ConvertFile(database, copies, data), announcements, jobs);
  });
  beforeEach(() => (asked = []));
  afterAll(async () => {
    await database?.close();
    await test?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  let count = 0;
  /** A user with a Kobo that has everything. */
  async function reader(): Promise<{ userId: string; deviceId: string }> {
    const email = `${++count}@example.org`;
    const { id: userId } = await database.users.create({ email, name: '', role: 'reader', passwordHash: '' });
    const { id: deviceId } = await database.devices.pair(userId, 'Kobo', email);
    await database.transaction((repositories) => settleRights(repositories, { devices: [deviceId] }));
    return { userId, deviceId };
  }

  /** A file in the library, as the first of a book of its own. */
  async function bookWith(bytes: Uint8Array, format: Format = 'epub'): Promise<{ bookId: string; fileId: string }> {
    const path = `${++count}.${format === 'kepub' ? 'kepub.epub' : format}`;
    await writeFile(join(library.path, path), bytes);
    const { size, mtimeNs, ino } = await stat(join(library.path, path), { bigint: true });
    const [bookId] = await database.newBooks.addAll([
      {
        ...{ ownerId: null, libraryId: library.id, groupKey: path, listed: { path, size, mtimeNs, inode: `${ino}` } },
        kept: { ...metadataFrom([], path), status: 'READY', coverId: null },
        content: { ownerId: null, fingerprint: fingerprintOfBytes(bytes), size },
        findings: { format, layout: 'reflowable', drm: null, problem: null, warnings: [] },
      },
    ]);
    const [file] = await database.files.ofBook(bookId!);
    return { bookId: bookId!, fileId: file!.id };
  }

  async function prepared(epub: Uint8Array): Promise<{ bookId: string; fileId: string; content: string }> {
    const book = await bookWith(epub);
    await prepare.process({ bookId: book.bookId }, CONTEXT);
    return { ...book, content: await contentOf(book.fileId) };
  }

  const contentOf = async (fileId: string) => (await database.files.converted(fileId, 'kepub'))!.checksum!;
  const put = (userId: string, bookId: string, bookmark: Omit<Bookmark, 'modifiedAt'>, status?: ReadingStatus) =>
    database.readingStates.put(userId, bookId, {
      bookmark: { modifiedAt: NOW, ...bookmark },
      ...(status && { status: { modifiedAt: NOW, status } }),
    });
  const lineOf = async (deviceId: string) => (await database.syncLines.state(deviceId))!.version;

  it('finds the place of 40 percent, told in a browser, and tells the devices of that user, once', async () => {
    const { bookId, content } = await prepared(theBook());
    const [mine, other] = [await reader(), await reader()];
    await put(mine.userId, bookId, { progressPercent: 40 }, 'Reading');
    const before = [await lineOf(mine.deviceId), await lineOf(other.deviceId)] as const;

    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 1 });
    const expected = { content, bookmarkAt: NOW, source: CHAPTER, type: 'KoboSpan', value: 'kobo.41.1' };
    expect(await database.readingPlaces.of(mine.userId, bookId)).toEqual([
      expect.objectContaining({ ...expected, contentPercent: 40 }),
    ]);
    expect(await lineOf(mine.deviceId)).toBe(before[0] + 1);
    expect(await lineOf(other.deviceId)).toBe(before[1]);

    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 0 });
    expect(await lineOf(mine.deviceId)).toBe(before[0] + 1);
  });

  it('places every user, and nobody twice when two workers are at it', async () => {
    const { bookId } = await prepared(theBook());
    const readers = await Promise.all(Array.from({ length: 5 }, reader));
    const before = await Promise.all(readers.map(({ deviceId }) => lineOf(deviceId)));
    await Promise.all(readers.map(({ userId }, n) => put(userId, bookId, { progressPercent: 20 * n })));
    const runs = await Promise.all([place.process({ bookId }, CONTEXT), place.process({ bookId }, CONTEXT)]);
    expect(runs[0].placed + runs[1].placed).toBe(5);
    expect(await Promise.all(readers.map(({ deviceId }) => lineOf(deviceId)))).toEqual(before.map((line) => line + 1));
    const places = await Promise.all(readers.map(({ userId }) => database.readingPlaces.of(userId, bookId)));
    expect(places.map(([one]) => one?.value)).toEqual(['kobo.1.1', 'kobo.21.1', 'kobo.41.1', 'kobo.61.1', 'kobo.81.1']);
  });

  it('leaves alone who has finished, who says no percentage, and who has a place', async () => {
    const { bookId, content } = await prepared(theBook());
    const [finished, vague, placed] = [await reader(), await reader(), await reader()];
    await put(finished.userId, bookId, { progressPercent: 40 }, 'Finished');
    await put(vague.userId, bookId, {});
    await put(placed.userId, bookId, { progressPercent: 40 });
    const there = { content, bookmarkAt: NOW, source: CHAPTER, type: 'KoboSpan', value: 'kobo.3.1', contentPercent: 2 };
    await database.readingPlaces.put(placed.userId, bookId, there);
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 0 });
    expect(await database.readingPlaces.of(finished.userId, bookId)).toEqual([]);
  });

  it('carries places into a new conversion while the old one lies on disk', async () => {
    const { bookId, fileId, content: old } = await prepared(theBook());
    const { userId } = await reader();
    await put(userId, bookId, { progressPercent: 90, location: { ...at(31), content: old } });
    await database.readingPlaces.put(userId, bookId, { ...at(31), content: old, bookmarkAt: NOW, contentPercent: 30 });

    const file = (await database.files.find(fileId))!;
    const remade = await asKepub(theBook('<p>Cut. In. Another. Way.</p>'));
    await data.writeBytes(convertedPath(file, 'kepub', 2), remade);
    const row = { fileId, target: 'kepub', fingerprint: file.fingerprint, converterVersion: 2 };
    const made = { size: BigInt(remade.byteLength), checksum: fingerprintOfBytes(remade) };
    await database.files.putConverted({ ...row, state: 'READY', ...made });

    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 1 });
    const places = await database.readingPlaces.of(userId, bookId);
    expect(places.find(({ content }) => content === made.checksum)).toMatchObject({ value: 'kobo.32.1' });
    expect(places).toHaveLength(2);
  });

  it('is asked for when a changed file was converted anew, and keeps the place where the text is the same', async () => {
    const { bookId, fileId, content: old } = await prepared(theBook());
    expect(asked).toEqual([]);
    const { userId } = await reader();
    await put(userId, bookId, { progressPercent: 31, location: { ...at(31), content: old } });
    await database.readingPlaces.put(userId, bookId, { ...at(31), content: old, bookmarkAt: NOW, contentPercent: 30 });
    await prepare.process({ bookId }, CONTEXT);
    expect(asked).toEqual([]);

    await revise(fileId, theBook());
    await prepare.process({ bookId }, CONTEXT);
    expect(asked).toEqual([{ bookId }]);
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 1 });
    const places = await database.readingPlaces.of(userId, bookId);
    const content = await contentOf(fileId);
    expect(content).not.toBe(old);
    expect(places.find((one) => one.content === content)).toMatchObject({ value: 'kobo.31.1' });
  });

  it('places in a KEPUB of the user’s own', async () => {
    const kepub = await asKepub(theBook());
    const { bookId } = await bookWith(kepub, 'kepub');
    const { userId } = await reader();
    await put(userId, bookId, { progressPercent: 50 });
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 0 }); // not settled yet
    await prepare.process({ bookId }, CONTEXT);
    expect(asked).toEqual([{ bookId }]);
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 1 });
    expect(await database.readingPlaces.of(userId, bookId)).toMatchObject([
      { content: fingerprintOfBytes(kepub), value: 'kobo.51.1' },
    ]);
  });

  it('keeps nothing for a bookmark that was moved while its place was looked for', async () => {
    const { bookId } = await prepared(theBook());
    const { userId, deviceId } = await reader();
    await put(userId, bookId, { progressPercent: 40 });
    const version = await lineOf(deviceId);
    const of = jest.spyOn(database.readingPlaces, 'of').mockImplementationOnce(async () => {
      await database.readingStates.put(userId, bookId, { bookmark: { modifiedAt: LATER, progressPercent: 60 } });
      return [];
    });
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 0 });
    of.mockRestore();
    expect(await lineOf(deviceId)).toBe(version);
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 1 });
    expect(await database.readingPlaces.of(userId, bookId)).toMatchObject([{ bookmarkAt: LATER, value: 'kobo.61.1' }]);
  });

  it('gives nothing where there is no such file, and a problem where it is damaged or the book unknown', async () => {
    const { bookId, fileId } = await prepared(theBook());
    await put((await reader()).userId, bookId, { progressPercent: 40 });
    const file = (await database.files.find(fileId))!;
    const path = convertedPath(file, 'kepub', converterFor('epub', 'kepub')!.version);
    const size = (await data.size(path))!;
    await data.writeBytes(path, new Uint8Array(size));
    await expect(place.process({ bookId }, CONTEXT)).rejects.toMatchObject({ code: 'file.unreadable' });
    await data.remove(path);
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 0 });
    const unknown = { bookId: '00000000-0000-4000-8000-000000000000' };
    await expect(place.process(unknown, CONTEXT)).rejects.toMatchObject({ code: 'book.not-found' });
  });

  const at = (paragraph: number) => ({ source: CHAPTER, type: 'KoboSpan', value: `kobo.${paragraph}.1` });

  /** The file gets other bytes, as when somebody edits it. */
  async function revise(fileId: string, bytes: Uint8Array): Promise<void> {
    const [there] = await database.places.presentOf(fileId);
    await writeFile(join(library.path, there!.path), bytes);
    const { size, mtimeNs, ino } = await stat(join(library.path, there!.path), { bigint: true });
    const findings = { format: 'epub', layout: 'reflowable', drm: null, problem: null, warnings: [] } as const;
    const content = { ownerId: null, fingerprint: fingerprintOfBytes(bytes), size };
    await database.files.revise(fileId, content, { ...findings, warnings: [] });
    const listed = { path: there!.path, size, mtimeNs, inode: `${ino}` };
    await database.places.put(library.id, listed, { fileId, groupKey: there!.groupKey });
  }
});
