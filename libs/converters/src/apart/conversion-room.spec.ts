import { bytesAccess } from '@octavo/domain';
import { aComic, anEpub } from '@octavo/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { epubToKepub } from '../kepub/epub-to-kepub.js';
import { convertedBytes } from '../testing/converter-contract.js';
import { ConversionRoom } from './conversion-room.js';

const emma = anEpub().titled('Emma').withChapters(3).build();

describe('a conversion apart', () => {
  let room: ConversionRoom;
  let folder: string;
  let target: string;

  beforeAll(async () => {
    room = new ConversionRoom({ seats: 1 });
    folder = await mkdtemp(join(tmpdir(), 'octavo-apart-'));
    target = join(folder, 'made.kepub.epub');
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('writes the same bytes as here, obeys options, and tells what it did and how far it is', async () => {
    const options = { hyphenation: 'on' as const };
    const told: number[] = [];
    const how = { progress: (done: number) => told.push(done) };
    const result = await room.convert(bytesAccess(emma), { from: 'epub', target, options }, how);
    expect(await readFile(target)).toEqual(await convertedBytes(epubToKepub, emma, { kepub: options }));
    expect(result.report).toMatchObject({ converted: 4, skipped: [] });
    expect([result.pages >= 4, result.spans > 0, told.at(0), told.at(-1)]).toEqual([true, true, 1, 4]);
  });

  it('makes KEPUBs of comics, whose pages are none of an EPUB', async () => {
    const comic = bytesAccess(aComic().withPages(2).build());
    const { report, spans } = await room.convert(comic, { from: 'cbz', target, options: {} });
    expect([report.converted, spans]).toEqual([2, 2]);
  });

  it('gives the problem of a book, and goes on with the next one', async () => {
    const broken = bytesAccess(Buffer.from('no book'));
    await expect(room.convert(broken, { from: 'epub', target, options: {} })).rejects.toMatchObject({
      name: 'DomainError',
      code: 'file.unreadable',
    });
    await expect(room.convert(bytesAccess(emma), { from: 'pdf', target, options: {} })).rejects.toMatchObject({
      code: 'format.unsupported',
    });
    expect((await room.convert(bytesAccess(emma), { from: 'epub', target, options: {} })).report.converted).toBe(4);
  });

  it('verifies what another program made, by the pages of the book', async () => {
    await writeFile(target, await convertedBytes(epubToKepub, emma));
    expect((await room.verify(bytesAccess(emma), target)).spans).toBeGreaterThan(0);
    const longer = bytesAccess(anEpub().titled('Emma').withChapters(4).build());
    await expect(room.verify(longer, target)).rejects.toMatchObject({ detail: expect.stringContaining('chapter-4') });
    await rm(target);
    await expect(room.verify(bytesAccess(emma), target)).rejects.toMatchObject({ code: 'conversion.failed' });
  });

  it('is cut off when it takes too long, and says so', async () => {
    const impatient = new ConversionRoom({ seats: 1, workMs: 20 });
    const converting = impatient.convert(bytesAccess(emma), { from: 'epub', target, options: {} });
    await expect(converting).rejects.toMatchObject({
      code: 'conversion.failed',
      detail: expect.stringContaining('time'),
    });
    await impatient.close();
  });

  it('ends in the middle when it is told to', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const long = bytesAccess(anEpub().withChapters(60, 100).build());
    const how = { signal: controller.signal, progress: () => controller.abort(reason) };
    await expect(room.convert(long, { from: 'epub', target, options: {} }, how)).rejects.toBe(reason);
    expect((await room.convert(bytesAccess(emma), { from: 'epub', target, options: {} })).report.converted).toBe(4);
  });
});
