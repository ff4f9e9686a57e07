import { converterFor } from '@octavo/converters';
import { type ConversionOf, type Database, settleRights } from '@octavo/database';
import { type Bookmark, bytesAccess, type ReadingStatus } from '@octavo/domain';
import { convertedPath, type DataFiles, fingerprintOfBytes } from '@octavo/storage';
import { anEpub } from '@octavo/testing';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Bench, CONTEXT, Workshop } from '../test/workshop.js';
import { PlaceReadings } from './place-readings.processor.js';

const CHAPTER = 'OEBPS/chapter-1.xhtml';
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
  let shop: Workshop;
  let database: Database;
  let data: DataFiles;
  let place: PlaceReadings;
  let bench: Bench;
  let asked: unknown[];

  beforeAll(async () => {
    shop = await Workshop.open();
    ({ database, data, asked } = shop);
    place = new PlaceReadings(database, shop.kepubFiles);
    bench = shop.bench();
  });
  beforeEach(() => (asked.length = 0));
  afterAll(() => shop?.close());

  let count = 0;
  /** A user with a Kobo that has everything. */
  async function reader(): Promise<{ userId: string; deviceId: string }> {
    const email = `${++count}@example.org`;
    const { id: userId } = await database.users.create({ email, name: '', role: 'reader', passwordHash: '' });
    const { id: deviceId } = await database.devices.pair(userId, 'Kobo', email);
    await database.transaction((repositories) => settleRights(repositories, { devices: [deviceId] }));
    return { userId, deviceId };
  }

  async function prepared(epub: Uint8Array): Promise<{ bookId: string; fileId: string; content: string }> {
    const book = await shop.bookWith(epub);
    await bench.prepare(book.bookId);
    return { ...book, content: await contentOf(book.fileId) };
  }

  const conversionOf = async (fileId: string): Promise<ConversionOf> => {
    const { fingerprint } = (await database.files.find(fileId))!;
    return { fileId, target: 'kepub', fingerprint };
  };
  const contentOf = async (fileId: string) => (await database.convertedFiles.of(await conversionOf(fileId)))!.checksum!;
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
    await data.writeBytes(convertedPath(file, 'kepub', 'newer'), remade);
    const made = { recipe: 'newer', size: BigInt(remade.byteLength), checksum: fingerprintOfBytes(remade) };
    await database.convertedFiles.succeed(await conversionOf(fileId), 'newer', made);

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
    await bench.prepare(bookId);
    expect(asked).toEqual([]);

    await revise(fileId, theBook());
    await bench.prepare(bookId);
    expect(asked).toEqual([{ bookId }]);
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 1 });
    const places = await database.readingPlaces.of(userId, bookId);
    const content = await contentOf(fileId);
    expect(content).not.toBe(old);
    expect(places.find((one) => one.content === content)).toMatchObject({ value: 'kobo.31.1' });
  });

  it('places in a KEPUB of the user’s own', async () => {
    const kepub = await asKepub(theBook());
    const { bookId } = await shop.bookWith(kepub, 'kepub');
    const { userId } = await reader();
    await put(userId, bookId, { progressPercent: 50 });
    expect(await place.process({ bookId }, CONTEXT)).toEqual({ placed: 0 }); // not settled yet
    await bench.prepare(bookId);
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
    const path = convertedPath(file, 'kepub', await bench.kepubs.recipeFor('epub'));
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
    await writeFile(join(shop.library.path, there!.path), bytes);
    const listed = await shop.listed(there!.path);
    const findings = { format: 'epub', layout: 'reflowable', drm: null, problem: null, warnings: [] } as const;
    const content = { ownerId: null, fingerprint: fingerprintOfBytes(bytes), size: listed.size };
    await database.files.revise(fileId, content, { ...findings, warnings: [] });
    await database.places.put(shop.library.id, listed, { fileId, groupKey: there!.groupKey });
  }
});
