import type { FileSays } from '@octavo/database';
import { bytesAccess, DomainError } from '@octavo/domain';
import { readBook } from '@octavo/formats';
import { convertedPath, coverPath, fingerprintOfBytes, LibraryRewrites } from '@octavo/storage';
import { aComic, anEpub, jpegCover, pngCover } from '@octavo/testing';
import { chmod, link, lstat, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, type Desk, Workshop } from '../test/workshop.js';

describe('metadata written into a file', () => {
  let shop: Workshop;
  let desk: Desk;
  let bench: Bench;

  beforeAll(async () => {
    shop = await Workshop.open();
    desk = shop.desk();
    bench = shop.bench();
  });
  beforeEach(async () => {
    await shop.emptyLibrary();
    await shop.database.libraries.update(shop.library.id, { writeMetadata: true });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => shop?.close());

  let count = 0;
  /** Each another one: equal bytes would be one file. */
  const novel = () => anEpub().titled(`Emma ${++count}`).by('Jane Austen').build();
  const at = (path: string) => join(shop.library.path, path);
  const names = async () => (await readdir(shop.library.path)).toSorted();
  const titleOf = async (path: string) => {
    const { draft } = await readBook(bytesAccess(await readFile(at(path))), path);
    return draft.title;
  };
  const fileNow = async (id: string) => (await shop.database.files.find(id))!;
  const isDue = async (fileId: string) =>
    (await shop.database.rewrites.due(['epub', 'cbz', 'kepub'], 1_000, 0)).includes(fileId);

  /** A book of one file, which somebody called otherwise. */
  async function edited(title: string, bytes: Uint8Array = novel(), format: 'epub' | 'kepub' | 'cbz' = 'epub') {
    const made = await shop.bookWith(bytes, format);
    await retitle(made.bookId, title);
    return made;
  }
  async function retitle(bookId: string, title: string) {
    const before = (await shop.database.bookMetadata.find(bookId))!;
    await shop.database.bookMetadata.save(bookId, before, { ...before, metadata: { ...before.metadata, title } });
  }

  it('is there, in the same file of the same book, and nothing else lies in the folder', async () => {
    const { bookId, fileId, path } = await edited('Emma, as I call it');
    await chmod(at(path), 0o640);
    expect(await isDue(fileId)).toBe(true);
    expect(await desk.write(fileId)).toEqual({ written: true, detail: 'Written: title' });
    expect([await titleOf(path), await names()]).toEqual(['Emma, as I call it', [path]]);
    const bytes = await readFile(at(path));
    const { files } = await shop.book(bookId);
    expect(files).toMatchObject([
      {
        ...{ id: fileId, format: 'epub', isWritten: true, writeProblem: null },
        ...{ fingerprint: fingerprintOfBytes(bytes), size: BigInt(bytes.byteLength) },
        places: [await shop.listed(path)],
      },
    ]);
    expect((await stat(at(path))).mode & 0o777).toBe(0o640);
    expect(await isDue(fileId)).toBe(false);
  });

  it('is written once, and again when the book is another', async () => {
    const { bookId, fileId, path } = await edited('Once');
    await desk.write(fileId);
    const { fingerprint } = await fileNow(fileId);
    expect(await desk.write(fileId)).toEqual({ written: false, detail: 'It says all of it already' });
    expect((await fileNow(fileId)).fingerprint).toBe(fingerprint);
    await retitle(bookId, 'Twice');
    expect(await isDue(fileId)).toBe(true);
    await desk.write(fileId);
    expect(await titleOf(path)).toBe('Twice');
  });

  it('waits until nobody has changed the book for a while', async () => {
    await edited('Just now');
    expect(await shop.database.rewrites.due(['epub'], 10, 3600)).toEqual([]);
  });

  it('is in comics too', async () => {
    const comic = aComic().titled(`Zot ${++count}`).build();
    const { fileId, path } = await edited('Zot! again', comic, 'cbz');
    expect((await desk.write(fileId)).written).toBe(true);
    expect([await titleOf(path), await names()]).toEqual(['Zot! again', [path]]);
  });

  it('has the cover of the book where that is another than the file’s own', async () => {
    const { bookId, fileId, path } = await edited(
      'With a cover',
      anEpub()
        .titled(`Emma ${++count}`)
        .withCover(await jpegCover())
        .build(),
    );
    const bytes = pngCover();
    const row = {
      id: fingerprintOfBytes(bytes),
      mediaType: 'image/png',
      width: 600,
      height: 800,
      size: bytes.byteLength,
    };
    await shop.data.writeBytes(coverPath(row.id), bytes);
    await shop.database.covers.putAll([row]);
    const before = (await shop.database.bookMetadata.find(bookId))!;
    await shop.database.bookMetadata.save(bookId, before, {
      ...before,
      cover: { id: row.id, origin: { source: 'manual' } },
    });
    expect((await desk.write(fileId)).detail).toContain('cover');
    const { draft } = await readBook(bytesAccess(await readFile(at(path))), path);
    expect(Buffer.from(draft.cover!.bytes).equals(bytes)).toBe(true);
  });

  it('is no reason for devices to fetch the book again, and the KEPUB and the places in it go on', async () => {
    const { bookId, fileId } = await edited('On its way');
    await bench.prepare(bookId);
    const before = (await shop.book(bookId)).files[0]!;
    expect(before.converted).toMatchObject([{ state: 'READY' }]);
    const touching = jest.spyOn(Object.getPrototypeOf(shop.database.entitlements), 'touch');
    await desk.write(fileId);
    expect(shop.asked).toContainEqual({ bookId });
    expect(await bench.prepare(bookId)).toEqual({ form: 'kepub', reason: null });
    const after = await shop.book(bookId);
    const [file] = after.files;
    expect(file!.fingerprint).not.toBe(before.fingerprint);
    expect(file!.converted).toMatchObject([
      { state: 'READY', fingerprint: file!.fingerprint, checksum: before.converted[0]!.checksum },
    ]);
    expect(after.deliveryForm).toBe(`kepub:${file!.fingerprint}-${file!.size}`);
    expect(touching).not.toHaveBeenCalled();
    expect(await shop.data.size(convertedPath(file!, 'kepub', file!.converted[0]!.recipe!))).toBe(
      Number(before.converted[0]!.size),
    );
    const kept = await readdir(join(shop.folder, 'data', 'converted'), { recursive: true });
    expect(kept.filter((name) => name.includes(before.fingerprint))).toEqual([]);
  });

  it('is in every copy, and in none where one lies in a library that stays as it is', async () => {
    const bytes = novel();
    const { fileId, bookId } = await edited('Everywhere', bytes);
    await writeFile(at('copy.epub'), bytes);
    await shop.database.places.put(shop.library.id, await shop.listed('copy.epub'), { fileId, groupKey: 'copy' });
    await desk.write(fileId);
    expect(await Promise.all((await names()).map(titleOf))).toEqual(['Everywhere', 'Everywhere']);

    const there = shop.library;
    await shop.emptyLibrary();
    await writeFile(at('third.epub'), await readFile(join(there.path, 'copy.epub')));
    await shop.database.places.put(shop.library.id, await shop.listed('third.epub'), { fileId, groupKey: 'third' });
    await retitle(bookId, 'Not everywhere');
    expect(await desk.write(fileId)).toEqual({ written: false, detail: expect.stringContaining('stays as it is') });
    expect(await titleOf('third.epub')).toBe('Everywhere');
    expect((await fileNow(fileId)).writeProblem).toContain('stays as it is');
    expect(await isDue(fileId)).toBe(false);
  });

  it('is not asked for where nobody wants it, in a library that is paused, and of what is not there', async () => {
    const { fileId } = await edited('Nobody asked');
    expect(await isDue(fileId)).toBe(true);
    await shop.database.libraries.update(shop.library.id, { writeMetadata: false });
    expect(await isDue(fileId)).toBe(false);
    await shop.database.libraries.update(shop.library.id, { writeMetadata: true, paused: true });
    expect(await isDue(fileId)).toBe(false);
    await shop.database.libraries.update(shop.library.id, { paused: false });
    await shop.database.places.markGone(shop.library.id, ['1.epub']);
    expect([await isDue(fileId), (await desk.write(fileId)).written]).toEqual([false, false]);
  });

  it('that cannot be written is said at the file, which stays as it is, until the book is another or somebody asks anew', async () => {
    const bytes = Buffer.from('no book at all');
    const { bookId, fileId, path } = await edited('Damaged', bytes);
    expect(await desk.write(fileId)).toEqual({ written: false, detail: expect.any(String) });
    expect([await readFile(at(path), 'utf8'), await isDue(fileId)]).toEqual(['no book at all', false]);
    expect((await fileNow(fileId)).writeProblem).not.toBeNull();
    await shop.database.rewrites.forgetProblems(shop.library.id);
    expect(await isDue(fileId)).toBe(true);
    await desk.write(fileId);
    await retitle(bookId, 'Damaged again');
    expect(await isDue(fileId)).toBe(true);
  });

  it('is not written through a link, and not where the folder may not be written to', async () => {
    const { fileId, path } = await edited('Linked');
    await rename(at(path), join(shop.folder, 'elsewhere.epub'));
    await symlink(join(shop.folder, 'elsewhere.epub'), at(path));
    expect((await desk.write(fileId)).detail).toContain('is a link');
    expect((await lstat(at(path))).isSymbolicLink()).toBe(true);

    const other = await edited('Read-only');
    jest
      .spyOn(LibraryRewrites.prototype, 'prepare')
      .mockRejectedValueOnce(new DomainError('library.read-only', 'The folder may not be written to'));
    expect((await desk.write(other.fileId)).detail).toContain('may not be written');
    expect(await names()).toEqual([path, other.path].toSorted());
    expect(await shop.database.rewrites.unfinished()).toEqual([]);
  });

  it('leaves a name that another link has with the old bytes there', async () => {
    const { fileId, path } = await edited('Shared');
    await link(at(path), join(shop.folder, 'seeded.epub'));
    const before = await readFile(at(path));
    await desk.write(fileId);
    expect((await readFile(join(shop.folder, 'seeded.epub'))).equals(before)).toBe(true);
  });

  describe('by a worker that was killed', () => {
    const killed = new Error('killed');
    const recover = () => desk.settle.all(new AbortController().signal);
    /** The worker dies: whatever it would do at the end does not happen. */
    const dying = () => jest.spyOn(desk.settle, 'ofFile').mockResolvedValueOnce().mockRejectedValue(killed);

    it('before the new bytes had the name: the original is there, and the next run goes on', async () => {
      const { fileId, path } = await edited('Killed early');
      const before = await stat(at(path), { bigint: true });
      dying();
      jest.spyOn(desk.rewrites, 'swap').mockRejectedValueOnce(killed);
      await expect(desk.write(fileId)).rejects.toThrow('killed');
      jest.restoreAllMocks();
      expect(await names()).toHaveLength(3);
      await recover();
      const after = await stat(at(path), { bigint: true });
      expect([await names(), after.ino, after.mtimeNs]).toEqual([[path], before.ino, before.mtimeNs]);
      expect((await desk.write(fileId)).written).toBe(true);
    });

    it('before the database knew of it: the original has its name back, as it was', async () => {
      const { fileId, path } = await edited('Killed in between');
      const before = await stat(at(path), { bigint: true });
      dying();
      const swap = desk.rewrites.swap.bind(desk.rewrites);
      jest.spyOn(desk.rewrites, 'swap').mockImplementationOnce(async (...all) => {
        await swap(...all);
        throw killed;
      });
      await expect(desk.write(fileId)).rejects.toThrow('killed');
      jest.restoreAllMocks();
      expect(await titleOf(path)).toBe('Killed in between');
      await recover();
      const after = await stat(at(path), { bigint: true });
      expect([await names(), after.ino, after.mtimeNs]).toEqual([[path], before.ino, before.mtimeNs]);
      expect((await desk.write(fileId)).written).toBe(true);
    });

    it('before the original went: it goes', async () => {
      const { fileId, path } = await edited('Killed late');
      dying();
      await expect(desk.write(fileId)).rejects.toThrow('killed');
      jest.restoreAllMocks();
      expect(await names()).toHaveLength(2);
      await recover();
      expect([await names(), await titleOf(path), await isDue(fileId)]).toEqual([[path], 'Killed late', false]);
    });

    it.each(['removed', 'replaced'])('while somebody %s the file', async (what) => {
      const { fileId, path } = await edited('Killed and changed');
      const before = await readFile(at(path));
      dying();
      jest.spyOn(desk.rewrites, 'swap').mockRejectedValueOnce(killed);
      await expect(desk.write(fileId)).rejects.toThrow('killed');
      jest.restoreAllMocks();
      await rm(at(path));
      if (what === 'replaced') await writeFile(at(path), 'somebody’s');
      await recover();
      expect(await names()).toEqual([path]);
      expect(await readFile(at(path), 'latin1')).toBe(
        what === 'removed' ? before.toString('latin1') : Buffer.from('somebody’s').toString('latin1'),
      );
    });
  });

  it('gives way where somebody saves the file meanwhile', async () => {
    const { fileId, path } = await edited('Raced');
    const prepare = desk.rewrites.prepare.bind(desk.rewrites);
    jest.spyOn(desk.rewrites, 'prepare').mockImplementationOnce(async (...all) => {
      await prepare(...all);
      await writeFile(at(path), 'somebody’s');
    });
    await expect(desk.write(fileId)).rejects.toMatchObject({ code: 'file.settling' });
    expect([await names(), await readFile(at(path), 'utf8')]).toEqual([[path], 'somebody’s']);
    expect((await fileNow(fileId)).isWritten).toBe(false);
  });

  it('never comes back as the file’s own word, until the file has other bytes', async () => {
    const { fileId, bookId } = await edited('Ours');
    const saying = (title: string): FileSays => ({ statements: [{ source: 'file', draft: { title } }] });
    const findings = { format: 'epub', layout: 'reflowable', drm: null, problem: null, warnings: [] } as const;
    const read = async (title: string, content = fileNow(fileId)) =>
      shop.database.files.revise(fileId, await content, { ...findings, warnings: [], says: saying(title) });
    const says = async () => (await shop.database.files.telling(bookId))[0]!.says;
    await read('Its own');
    await desk.write(fileId);
    await read('Ours');
    expect(await says()).toEqual(saying('Its own'));
    expect((await fileNow(fileId)).isWritten).toBe(true);
    await read('Another', Promise.resolve({ ...(await fileNow(fileId)), fingerprint: 'f'.repeat(16) }));
    expect(await says()).toEqual(saying('Another'));
    expect(await fileNow(fileId)).toMatchObject({ isWritten: false, writtenFor: null });
  });
});
