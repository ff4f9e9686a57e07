import type { Library } from '@octavo/contracts';
import { anEpub, anMp3 } from '@octavo/testing';
import { copyFile, mkdir, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, startHouse, until } from './house.js';
import { COUNT, writeThousandBooks } from './thousand-books.js';

const epub = (title: string) => anEpub().titled(title).build();
/** More than is hashed before it is shown. */
const SIZE = 4 * 1_073_741_824;

describe('a scan', () => {
  let house: House;
  let folder: string;

  beforeAll(async () => {
    house = await startHouse();
    folder = await mkdtemp(join(tmpdir(), 'octavo-scans-'));
    await house.quiet();
  });
  afterAll(async () => {
    await house?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const libraryAt = async (path: string): Promise<Library> =>
    (await house.admin.get('/api/libraries')).body.items.find((one: Library) => one.path === path);
  const total = async (query = '') => (await house.admin.get(`/api/books?limit=1${query}`)).body.total as number;

  describe('of a thousand books', () => {
    let books: string;

    beforeAll(async () => {
      books = join(folder, 'thousand');
      await writeThousandBooks(books);
      await house.admin.post('/api/libraries', { path: books });
      await until('all of them', async () => {
        const { bookCount, watch, scan } = await libraryAt(books);
        return bookCount === COUNT && watch.mode === 'EVENTS' && scan?.state === 'COMPLETED';
      });
      await house.quiet('ingest');
    });

    /** As though every file had been touched, and no event had told of it. */
    const touchAll = () =>
      house.sql('update place set mtime_ns = 0 where library_id = (select id from library where path = $1)', [books]);

    it('is cancelled in the middle, and leaves nothing to be done', async () => {
      await touchAll();
      const { id } = await libraryAt(books);
      const { jobId } = (await house.admin.post(`/api/libraries/${id}/scan`)).body;
      await until('it to be well under way', async () => {
        const { scan } = await libraryAt(books);
        return scan?.jobId === jobId && scan?.state === 'IMPORTING' && scan.done > 0;
      });
      await house.admin.post(`/api/jobs/${jobId}/cancel`);
      const ended = await until('its end', async () => {
        const { scan } = await libraryAt(books);
        return scan?.state === 'CANCELLED' && scan;
      });
      expect(ended).toMatchObject({ found: COUNT, added: 0, changed: COUNT });
      expect(ended.done).toBeLessThan(COUNT);
      await house.quiet('ingest');
      const [left] = await house.sql<{ n: number }>('select count(*)::int n from arrival where library_id = $1', [id]);
      expect(left!.n).toBe(0);
    });

    it('goes on where it was left when it is asked for again', async () => {
      const [known] = await house.sql<{ n: number }>('select count(*)::int n from place where mtime_ns > 0');
      const { id } = await libraryAt(books);
      const { jobId } = (await house.admin.post(`/api/libraries/${id}/scan`)).body;
      const scan = await until('the rest', async () => {
        const library = await libraryAt(books);
        return library.scan?.jobId === jobId && library.scan?.state === 'COMPLETED' && library.scan;
      });
      const rest = COUNT - known!.n;
      expect(rest).toBeGreaterThan(0);
      expect(scan).toMatchObject({ found: COUNT, added: 0, changed: rest, done: rest, unchanged: known!.n, failed: 0 });
      expect(await total()).toBe(COUNT);
    });
  });

  it('does not believe an empty folder on another disk, and believes the books when they are back', async () => {
    const path = join(folder, 'thousand');
    const { id } = await libraryAt(path);
    await rename(path, `${path}-unmounted`);
    await mkdir(path);
    // What a folder looks like to us from which a disk was taken: there, empty, and on the disk below.
    await house.sql(`update library set file_system = 'the disk that was there' where id = $1`, [id]);
    await house.admin.post(`/api/libraries/${id}/scan`);
    const { problem } = await until('the complaint', async () => {
      const library = await libraryAt(path);
      return library.problem !== null && library;
    });
    expect(problem).toMatchObject({ code: 'library.unavailable', detail: expect.stringContaining('mounted') });
    expect(await total('&missing=true')).toBe(0);

    await rm(path, { recursive: true });
    await rename(`${path}-unmounted`, path);
    await house.admin.post(`/api/libraries/${id}/scan`);
    await until('the all-clear', async () => (await libraryAt(path)).problem === null);
    expect(await total('&missing=true')).toBe(0);
  });

  it('finds one book in two copies that come at the same time', async () => {
    await mkdir(join(house.books, 'twins'));
    const twins = ['twins/one.epub', 'twins/two.epub'];
    await Promise.all(twins.map((path) => house.drop(path, epub('Twins'))));
    const book = await until('both places', async () => {
      const [found] = (await house.admin.get('/api/books?q=Twins')).body.items;
      return found?.files[0].places.length === 2 && found;
    });
    expect(book.files).toHaveLength(1);
    expect((await house.admin.get('/api/books?q=Twins')).body.total).toBe(1);
  });

  it('names a file whose name is no UTF-8, and reads the others', async () => {
    await house.drop('bytes/good.epub', epub('Well Named'));
    const source = join(house.books, 'bytes/good.epub');
    await copyFile(
      source,
      Buffer.concat([Buffer.from(join(house.books, 'bytes/')), Buffer.from([0xff, 0xfe]), Buffer.from('.epub')]),
    );
    const { id } = await libraryAt(house.books);
    await until('the book', async () => (await house.admin.get('/api/books?q=named')).body.total === 1);
    const { jobId } = (await house.admin.post(`/api/libraries/${id}/scan`)).body;
    await until('the scan', async () => (await house.admin.get(`/api/jobs/${jobId}`)).body.state === 'completed');
    const [scan] = (await house.admin.get(`/api/libraries/${id}/scans`)).body.items;
    const { faults } = (await house.admin.get(`/api/libraries/${id}/scans/${scan.id}`)).body;
    expect(faults).toEqual([
      { path: 'bytes/\uFFFD\uFFFD.epub', code: 'file.forbidden', detail: expect.stringContaining('UTF-8') },
    ]);
  });

  it('shows gigabytes before it has read them', async () => {
    const path = join(folder, 'huge.mp3');
    await writeFile(path, anMp3().titled('All of It').onAlbum('All of It').by('L. Ong').build());
    await truncate(path, SIZE);
    await rename(path, join(house.books, 'huge.mp3'));
    const fingerprint = async () => {
      const [row] = await house.sql<{ fingerprint: string }>('select fingerprint from file where size = $1', [SIZE]);
      return row?.fingerprint;
    };
    expect(await until('it to be shown', fingerprint)).toMatch(/^path:/);
    const [book] = (await house.admin.get('/api/books?q=all+of+it')).body.items;
    expect(book).toMatchObject({ title: 'All of It', status: 'READY' });
    await until('all of it to be read', async () => !(await fingerprint())!.startsWith('path:'));
    expect((await house.admin.get('/api/books?q=all+of+it')).body.items).toMatchObject([{ id: book.id }]);
  });
});
