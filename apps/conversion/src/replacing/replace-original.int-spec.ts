import { DomainError } from '@octavo/domain';
import { LibraryReplacements } from '@octavo/storage';
import { anEpub } from '@octavo/testing';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, Workshop } from '../../test/workshop.js';

describe('a KEPUB that takes the place of its EPUB', () => {
  let shop: Workshop;
  let bench: Bench;

  beforeAll(async () => {
    shop = await Workshop.open();
    bench = shop.bench({ KEPUB_REPLACE_ORIGINAL: 'on' });
  });
  beforeEach(() => shop.emptyLibrary());
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => shop?.close());

  let count = 0;
  /** Each another one: equal bytes would be one file. */
  const novel = () => anEpub().titled(`Emma ${++count}`).build();
  const names = () => readdir(shop.library.path);
  const left = () => shop.database.replacedOriginals.list(10);

  it('lies in the folder, is the same file of the same book, and the EPUB is gone', async () => {
    const { bookId, fileId } = await shop.bookWith(novel());
    expect(await bench.prepare(bookId)).toEqual({ form: 'kepub', reason: null });
    expect(await names()).toEqual(['1.kepub.epub']);
    const { files, deliveryForm } = await shop.book(bookId);
    expect(files).toMatchObject([{ id: fileId, format: 'kepub', converted: [] }]);
    expect(files[0]!.places).toMatchObject([{ path: '1.kepub.epub', missingSince: null, size: files[0]!.size }]);
    expect(deliveryForm).toBe(`kepub:${files[0]!.fingerprint}-${files[0]!.size}`);
    expect(await left()).toEqual([]);
    const kept = await readdir(join(shop.folder, 'data', 'converted'), { recursive: true });
    expect(kept.filter((name) => name.endsWith('.epub'))).toEqual([]);
  });

  it('is not done where nobody asked for it', async () => {
    const { bookId } = await shop.bookWith(novel());
    await shop.bench().prepare(bookId);
    expect(await names()).toEqual(['1.epub']);
  });

  it('is no reason for devices to fetch the book again', async () => {
    const { bookId } = await shop.bookWith(novel());
    await shop.bench().prepare(bookId);
    const touching = jest.spyOn(Object.getPrototypeOf(shop.database.entitlements), 'touch');
    await bench.prepare(bookId);
    expect(await names()).toEqual(['1.kepub.epub']);
    expect(touching).not.toHaveBeenCalled();
  });

  it('takes a number where another file has its name, and that file stays', async () => {
    await writeFile(join(shop.library.path, '1.kepub.epub'), 'somebody’s');
    const { bookId } = await shop.bookWith(novel());
    await bench.prepare(bookId);
    expect((await names()).sort()).toEqual(['1 (2).kepub.epub', '1.kepub.epub']);
    expect(await readFile(join(shop.library.path, '1.kepub.epub'), 'utf8')).toBe('somebody’s');
  });

  it('goes on where it was killed before the database knew of it', async () => {
    const { bookId } = await shop.bookWith(novel());
    const killed = jest.spyOn(shop.database, 'transaction').mockRejectedValueOnce(new Error('killed'));
    await expect(bench.prepare(bookId)).rejects.toThrow('killed');
    expect((await names()).sort()).toEqual(['1.epub', '1.kepub.epub']);
    killed.mockRestore();
    await bench.prepare(bookId);
    expect(await names()).toEqual(['1.kepub.epub']);
    expect((await shop.book(bookId)).files).toHaveLength(1);
  });

  it('goes on where it was killed before the EPUB went', async () => {
    const { bookId } = await shop.bookWith(novel());
    const killed = jest.spyOn(bench.removal, 'removeAll').mockRejectedValueOnce(new Error('killed'));
    await expect(bench.prepare(bookId)).rejects.toThrow('killed');
    expect((await names()).sort()).toEqual(['1.epub', '1.kepub.epub']);
    killed.mockRestore();
    await bench.removal.removeAll();
    expect(await names()).toEqual(['1.kepub.epub']);
    expect(await left()).toEqual([]);
  });

  it('leaves an EPUB that somebody changed meanwhile', async () => {
    const { bookId, path } = await shop.bookWith(novel());
    jest.spyOn(bench.removal, 'removeAll').mockRejectedValueOnce(new Error('killed'));
    await expect(bench.prepare(bookId)).rejects.toThrow('killed');
    await writeFile(join(shop.library.path, path), novel());
    await bench.removal.removeAll();
    expect((await names()).sort()).toEqual(['1.epub', '1.kepub.epub']);
    expect(await left()).toEqual([]);
  });

  it('tries to remove it again where it could not', async () => {
    const { bookId } = await shop.bookWith(novel());
    const refusing = jest
      .spyOn(LibraryReplacements.prototype, 'remove')
      .mockRejectedValueOnce(new DomainError('library.read-only'));
    await bench.prepare(bookId);
    refusing.mockRestore();
    expect(await left()).toHaveLength(1);
    await bench.removal.removeAll();
    expect(await names()).toEqual(['1.kepub.epub']);
  });

  it('stays in our own folder where the library may not be written, and the book says so', async () => {
    jest
      .spyOn(LibraryReplacements.prototype, 'putBeside')
      .mockRejectedValue(new DomainError('library.read-only', 'The folder may not be written to'));
    const { bookId } = await shop.bookWith(novel());
    expect((await bench.prepare(bookId)).form).toBe('kepub');
    expect(await names()).toEqual(['1.epub']);
    const { files } = await shop.book(bookId);
    expect(files[0]!.converted).toMatchObject([
      { state: 'READY', remark: expect.stringContaining('may not be written') },
    ]);
  });

  it('never takes the place of an EPUB that could not be converted', async () => {
    const { bookId } = await shop.bookWith(Buffer.from('no book'));
    await bench.prepare(bookId);
    expect(await names()).toEqual(['1.epub']);
  });

  it('takes the places of all copies', async () => {
    const bytes = novel();
    const { bookId, fileId } = await shop.bookWith(bytes);
    await writeFile(join(shop.library.path, 'copy.epub'), bytes);
    const copy = await shop.listed('copy.epub');
    await shop.database.places.put(shop.library.id, copy, { fileId, groupKey: 'copy' });
    await bench.prepare(bookId);
    expect((await names()).sort()).toEqual(['1.kepub.epub', 'copy.kepub.epub']);
    expect((await shop.book(bookId)).files[0]!.places).toHaveLength(2);
  });

  it('does nothing when no copy is there', async () => {
    const { bookId, path } = await shop.bookWith(novel());
    await shop.bench().prepare(bookId);
    await rm(join(shop.library.path, path));
    expect((await bench.prepare(bookId)).form).toBe('kepub');
  });
});
