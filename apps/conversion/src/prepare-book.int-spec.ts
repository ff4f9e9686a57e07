import { ZipArchive } from '@octavo/formats';
import { bytesAccess, DomainError } from '@octavo/domain';
import { convertedPath } from '@octavo/storage';
import { aComic, anEpub } from '@octavo/testing';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type Bench, CONTEXT, Workshop } from '../test/workshop.js';

describe('preparing a book for devices', () => {
  let shop: Workshop;
  let bench: Bench;

  beforeAll(async () => {
    shop = await Workshop.open();
    bench = shop.bench();
  });
  afterAll(() => shop?.close());

  const novel = (title: string) => anEpub().titled(title).withChapters(2, 3).build();

  async function madeOf(bookId: string) {
    const { files } = await shop.book(bookId);
    const [file] = files;
    return { file: file!, made: file!.converted[0] };
  }

  async function bytesOf(bookId: string): Promise<Buffer> {
    const { file, made } = await madeOf(bookId);
    return readFile(shop.data.locate(convertedPath(file, 'kepub', made!.recipe!)));
  }

  it('makes a KEPUB of an EPUB, notes by which recipe, and that it was prepared so', async () => {
    const { bookId } = await shop.bookWith(novel('One'));
    expect(await bench.prepare(bookId)).toEqual({ form: 'kepub', reason: null });
    const { made } = await madeOf(bookId);
    const recipe = await bench.kepubs.recipeFor('epub');
    expect(made).toMatchObject({ state: 'READY', recipe, tried: recipe, remark: null, problemDetail: null });
    expect((await bytesOf(bookId)).byteLength).toBe(Number(made!.size));
    const { preparedWith } = await shop.book(bookId);
    expect(preparedWith).toBe(await bench.kepubs.preparation());
    expect(await shop.database.books.unprepared(preparedWith, 100)).toEqual([]);
  });

  it('fetches nothing from another server while no device is to have it, whoever asks', async () => {
    const { bookId, fileId, path } = await shop.bookWith(novel('Elsewhere'));
    await shop.database.places.put(await shop.connectedLibrary(), await shop.listed(path), { fileId, groupKey: path });
    await shop.database.places.markGone(shop.library.id, [path]);
    expect(await bench.prepare(bookId)).toEqual({ form: 'unasked', reason: null });
    expect((await madeOf(bookId)).made).toBeUndefined();
    expect((await shop.book(bookId)).deliveryForm).toBe('unasked');
  });

  it('makes nothing twice', async () => {
    const { bookId } = await shop.bookWith(novel('Twice'));
    await bench.prepare(bookId);
    const { updatedAt } = (await madeOf(bookId)).made!;
    await bench.prepare(bookId);
    expect((await madeOf(bookId)).made!.updatedAt).toEqual(updatedAt);
  });

  it('makes anew what somebody deleted', async () => {
    const { bookId } = await shop.bookWith(novel('Deleted'));
    await bench.prepare(bookId);
    const before = await bytesOf(bookId);
    const { file, made } = await madeOf(bookId);
    await shop.data.remove(convertedPath(file, 'kepub', made!.recipe!));
    await bench.prepare(bookId);
    expect(await bytesOf(bookId)).toEqual(before);
  });

  it('makes equal content once, though it is two users’', async () => {
    const bytes = novel('Shared');
    const user = { email: 'a@example.org', name: '', role: 'reader', passwordHash: '' } as const;
    const { id: owner } = await shop.database.users.create(user);
    const [first, second] = [await shop.bookWith(bytes), await shop.bookWith(bytes, 'epub', owner)];
    const [one, other] = [shop.bench(), shop.bench()];
    const made = [jest.spyOn(one.kepubs, 'make'), jest.spyOn(other.kepubs, 'make')];
    await Promise.all([one.prepare(first.bookId), other.prepare(second.bookId)]);
    expect(made.map(({ mock }) => mock.calls.length).reduce((a, b) => a + b)).toBe(1);
    const [a, b] = [await madeOf(first.bookId), await madeOf(second.bookId)];
    expect(a.made).toMatchObject({ state: 'READY', checksum: b.made!.checksum });
  });

  it('remarks on pages that had to be mended or stayed as they were', async () => {
    const book = anEpub()
      .titled('Faulty')
      .withChapters(3)
      .withFile('OEBPS/chapter-1.xhtml', '<html><body><p>One<br>two</body></html>')
      .withFile('OEBPS/chapter-2.xhtml', '<html><head/><frameset/></html>');
    const { bookId } = await shop.bookWith(book.build());
    await bench.prepare(bookId);
    expect((await madeOf(bookId)).made!.remark).toMatch(/^1 page of \d had faults and were mended\. 1 page stayed as/);
  });

  it('gives the EPUB where it cannot be converted, says why, and does not try the same again', async () => {
    const { bookId } = await shop.bookWith(Buffer.from('no book at all'));
    expect(await bench.prepare(bookId)).toEqual({ form: 'epub', reason: expect.stringMatching(/./) });
    const { made } = await madeOf(bookId);
    expect(made).toMatchObject({ state: 'FAILED', recipe: null, problemDetail: expect.stringMatching(/./) });
    const making = jest.spyOn(bench.kepubs, 'make');
    expect((await bench.prepare(bookId)).form).toBe('epub');
    expect(making).not.toHaveBeenCalled();
    making.mockRestore();
  });

  it('makes a KEPUB of a comic, and none at all of a broken one', async () => {
    const { bookId } = await shop.bookWith(aComic().withPages(3).build(), 'cbz');
    expect(await bench.prepare(bookId)).toMatchObject({ form: 'kepub' });
    const archive = await ZipArchive.open(bytesAccess(await bytesOf(bookId)));
    expect(archive.entries.filter(({ name }) => name.endsWith('.png'))).toHaveLength(3);
    const broken = await shop.bookWith(Buffer.from('PK no comic'), 'cbz');
    expect(await bench.prepare(broken.bookId)).toMatchObject({
      form: 'none',
      reason: expect.stringContaining('only as KEPUB'),
    });
  });

  describe('when settings change', () => {
    const OTHER = { KEPUB_HYPHENATION: 'on' };

    it('finds all books anew, and keeps what was made until something newer is there', async () => {
      const { bookId } = await shop.bookWith(novel('Changing'));
      await bench.prepare(bookId);
      const before = await madeOf(bookId);
      const other = shop.bench(OTHER);
      expect(await shop.database.books.unprepared(await other.kepubs.preparation(), 100)).toContain(bookId);
      const making = jest.spyOn(other.kepubs, 'make').mockImplementation(async () => {
        expect((await madeOf(bookId)).made).toMatchObject({ state: 'READY', checksum: before.made!.checksum });
        making.mockRestore();
        throw new Error('the worker is killed');
      });
      await expect(other.prepare(bookId)).rejects.toThrow('killed');
      expect((await madeOf(bookId)).made).toMatchObject({ state: 'READY', checksum: before.made!.checksum });
      await other.prepare(bookId);
      const after = await madeOf(bookId);
      expect(after.made!.checksum).not.toBe(before.made!.checksum);
      expect(after.made).toMatchObject({ earlierRecipe: before.made!.recipe, earlierChecksum: before.made!.checksum });
    });

    it('does not have devices fetch the book again: its file is the same', async () => {
      const { bookId } = await shop.bookWith(novel('Steady'));
      await bench.prepare(bookId);
      const { deliveryForm } = await shop.book(bookId);
      await shop.bench(OTHER).prepare(bookId);
      expect((await shop.book(bookId)).deliveryForm).toBe(deliveryForm);
    });

    it('goes on with the older one where the new one cannot be made, and says so', async () => {
      const { bookId, path } = await shop.bookWith(novel('Older'));
      await bench.prepare(bookId);
      const { made: before } = await madeOf(bookId);
      await rm(`${shop.library.path}/${path}`);
      const other = shop.bench(OTHER);
      await expect(other.prepare(bookId)).rejects.toMatchObject({ code: 'file.vanished' });
      await writeFile(`${shop.library.path}/${path}`, novel('Older'));
      const failing = jest.spyOn(other.kepubs, 'make').mockImplementation(async (source) => {
        await source.read(0, 1);
        throw new DomainError('conversion.failed', 'not this one');
      });
      await shop.database.places.put(shop.library.id, await shop.listed(path), await placeOf(bookId));
      expect((await other.prepare(bookId)).form).toBe('kepub');
      failing.mockRestore();
      const { made } = await madeOf(bookId);
      expect(made).toMatchObject({ state: 'READY', checksum: before!.checksum, problemDetail: 'not this one' });
    });

    it('keeps one earlier file and removes those before it', async () => {
      const { bookId } = await shop.bookWith(novel('Tidy'));
      const recipes: string[] = [];
      const changes: Record<string, string>[] = [{}, OTHER, { KEPUB_SMART_PUNCTUATION: 'on' }];
      for (const settings of changes) {
        await shop.bench(settings).prepare(bookId);
        recipes.push((await madeOf(bookId)).made!.recipe!);
      }
      const { file } = await madeOf(bookId);
      const sizes = await Promise.all(recipes.map((recipe) => shop.data.size(convertedPath(file, 'kepub', recipe))));
      expect(sizes.map((size) => size !== undefined)).toEqual([false, true, true]);
    });

    it('takes nothing else for a change', async () => {
      const { bookId } = await shop.bookWith(novel('Same'));
      await bench.prepare(bookId);
      const same = shop.bench({ KEPUB_HYPHENATION: 'book', LOG_LEVEL: 'warn' });
      expect(await shop.database.books.unprepared(await same.kepubs.preparation(), 100)).not.toContain(bookId);
    });
  });

  it('is counted for the doctor when it was not made as the settings ask', async () => {
    const { bookId, fileId } = await shop.bookWith(novel('Otherwise'));
    await bench.prepare(bookId);
    const { made } = await madeOf(bookId);
    const anybody = '00000000-0000-4000-8000-000000000000';
    const { otherwise } = await shop.database.doctor.readiness(anybody);
    const of = { fileId, target: 'kepub', fingerprint: made!.fingerprint } as const;
    const same = { recipe: made!.recipe!, size: made!.size!, checksum: made!.checksum! };
    await shop.database.convertedFiles.succeed(of, made!.tried!, { ...same, problemDetail: 'it was away' });
    const after = await shop.database.doctor.readiness(anybody);
    expect(after).toMatchObject({ otherwise: otherwise + 1, otherwiseBecause: 'it was away' });
  });

  it('leaves large books and switched-off conversion to the EPUB', async () => {
    const { bookId } = await shop.bookWith(novel('Large'));
    expect(await shop.bench({ KEPUB_SIZE_LIMIT: '1KB' }).prepare(bookId)).toMatchObject({ form: 'epub' });
    expect(await shop.bench({ KEPUB_CONVERT: 'off' }).prepare(bookId)).toMatchObject({ form: 'epub' });
  });

  it('stops in the middle when it is told to, and leaves nothing behind', async () => {
    const { bookId } = await shop.bookWith(anEpub().titled('Long').withChapters(80, 200).build());
    const controller = new AbortController();
    const reason = new Error('enough');
    const progress = () => controller.abort(reason);
    await expect(bench.prepare(bookId, { ...CONTEXT, progress, signal: controller.signal })).rejects.toBe(reason);
    const { made } = await madeOf(bookId);
    expect(made).toMatchObject({ state: 'PENDING', recipe: null });
    expect((await bench.prepare(bookId)).form).toBe('kepub');
  });

  const placeOf = async (bookId: string) => {
    const { file } = await madeOf(bookId);
    return { fileId: file.id, groupKey: file.places[0]!.groupKey };
  };
});
