import { bytesAccess } from '@octavo/domain';
import { readBook } from '@octavo/formats';
import { anEpub } from '@octavo/testing';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, startHouse, until } from './house.js';
import { brief, newReader, pairKobo, type PairedKobo, readyBooks } from './paired-kobo.js';

describe('metadata in the files of a library that is to have it', () => {
  let house: House;
  let kobo: PairedKobo;
  let id: string;
  let libraryId: string;

  beforeAll(async () => {
    house = await startHouse('postgres', {
      'emma.epub': anEpub().titled('Emma').by('Jane Austen').build(),
      'broken.epub': Buffer.from('no book'),
    });
    [id] = (await readyBooks(house, 'Emma')) as [string];
    libraryId = (await house.admin.get('/api/libraries')).body.items[0].id;
    kobo = await pairKobo(house);
    await kobo.line.sync();
  });
  afterAll(() => house?.close());

  const emmaNow = async () => (await house.admin.get(`/api/books/${id}`)).body;
  const patch = (body: object) => house.admin.patch(`/api/books/${id}`, body);
  const inFile = async () => {
    const { draft } = await readBook(bytesAccess(await readFile(join(house.books, 'emma.epub'))), 'emma.epub');
    return draft;
  };
  const write = (writeMetadata: boolean) => house.admin.patch(`/api/libraries/${libraryId}`, { writeMetadata });
  /** As though nobody had touched a book for a while. */
  const later = () => house.sql(`update book set updated_at = updated_at - interval '1 minute'`);
  const written = (title: string) => until(`${title} in the file`, async () => (await inFile()).title === title);

  it('is the server’s administrator’s to wish, and nobody else’s', async () => {
    const reader = await newReader(house, 'reader');
    const { status } = await reader.patch(`/api/libraries/${libraryId}`, { writeMetadata: true });
    expect(status).toBe(403);
    expect((await house.admin.get('/api/libraries')).body.items[0].writeMetadata).toBe(false);
  });

  it('is written when somebody asks for it; pages, file and book stay the ones they are', async () => {
    await patch({ title: 'Emma Woodhouse', publisher: 'Mine' });
    expect((await inFile()).title).toBe('Emma');
    expect((await write(true)).body.writeMetadata).toBe(true);
    await later();
    await written('Emma Woodhouse');
    await house.quiet();
    expect((await inFile()).publisher).toBe('Mine');
    const book = await emmaNow();
    expect(book.files).toMatchObject([{ name: 'emma.epub', written: true, writeProblem: null, problem: null }]);
    expect(book.provenance.title).toMatchObject({ source: 'manual' });
    expect((await readdir(house.books)).toSorted()).toEqual(['broken.epub', 'emma.epub']);
    const broken = (await house.admin.get('/api/books?q=broken')).body.items[0];
    expect(broken.files).toMatchObject([{ written: false }]);
    expect(await readFile(join(house.books, 'broken.epub'), 'utf8')).toBe('no book');
  });

  it('is nothing that a device fetches a book again for, nor a scan reads as a change', async () => {
    const items = (await kobo.line.sync()).map(brief);
    expect(items).toEqual([`ChangedProductMetadata ${id}`]);
    await house.admin.post(`/api/libraries/${libraryId}/scan`, {});
    await house.quiet();
    const [scan] = (await house.admin.get(`/api/libraries/${libraryId}/scans`)).body.items;
    expect([scan.state, scan.added, scan.changed, scan.gone]).toEqual(['COMPLETED', 0, 0, 0]);
    expect((await kobo.line.sync()).map(brief)).toEqual([]);
  });

  it('is not taken for the file’s own word: what it said by itself can be had again', async () => {
    const { status, body } = await house.admin.post(`/api/books/${id}/resync`, { refresh: true });
    expect([status, body.title]).toEqual([200, 'Emma']);
    await later();
    await written('Emma');
    expect((await emmaNow()).provenance.title).toMatchObject({ source: 'file' });
  });

  it('is not wished for a folder that is not there', async () => {
    await rm(house.books, { recursive: true });
    const { status, body } = await write(true);
    expect([status, body.type]).toEqual([403, '/problems/library.read-only']);
  });
});
