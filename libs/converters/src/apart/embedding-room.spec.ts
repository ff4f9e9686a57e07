import { bytesAccess } from '@octavo/domain';
import { openEpub, readBook } from '@octavo/formats';
import { anEpub, pngCover, titled } from '@octavo/testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddingRoom } from './embedding-room.js';

describe('metadata written into a book apart', () => {
  let room: EmbeddingRoom;
  let folder: string;
  let target: string;
  const emma = anEpub().titled('Emma').by('Jane Austen').build();
  const asking = (title: string) => ({ format: 'epub' as const, metadata: titled(title) });

  beforeAll(async () => {
    room = new EmbeddingRoom();
    folder = await mkdtemp(join(tmpdir(), 'octavo-embedding-'));
    target = join(folder, 'made.epub');
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is in the copy, with the cover that was given, and the report names both', async () => {
    const cover = { bytes: pngCover(), mediaType: 'image/png' };
    const report = await room.embed(bytesAccess(emma), { target, request: { ...asking('Emma, annotated'), cover } });
    expect(report).toEqual({ changed: ['title', 'cover'], left: [] });
    const made = await readFile(target);
    const { draft } = await readBook(bytesAccess(made), 'made.epub');
    expect([draft.title, draft.cover?.bytes.byteLength]).toEqual(['Emma, annotated', cover.bytes.byteLength]);
    expect((await openEpub(bytesAccess(made))).drm).toBeUndefined();
  });

  it('changes nothing that says it already', async () => {
    const report = await room.embed(bytesAccess(emma), { target, request: asking('Emma') });
    expect(report.changed).toEqual([]);
  });

  it('gives the problem of a book, and goes on with the next one', async () => {
    const nothing = bytesAccess(Buffer.from('no book'));
    await expect(room.embed(nothing, { target, request: asking('Emma') })).rejects.toMatchObject({
      name: 'DomainError',
      code: 'file.unreadable',
    });
    expect((await room.embed(bytesAccess(emma), { target, request: asking('Anna') })).changed).toEqual(['title']);
  });

  it('is cut off when it takes too long, and says so', async () => {
    const impatient = new EmbeddingRoom({ workMs: 1 });
    const embedding = impatient.embed(bytesAccess(anEpub().withChapters(200, 50).build()), {
      target,
      request: asking('Anna'),
    });
    await expect(embedding).rejects.toMatchObject({
      code: 'conversion.failed',
      detail: expect.stringContaining('time'),
    });
    await impatient.close();
  });
});
