import { Database, type FileSays, type Library } from '@octavo/database';
import type { BookDraft, Format } from '@octavo/domain';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { keepLooks } from './keep-looks.js';
import type { FileLook } from './looks.js';
import { BY_ITSELF, type Retelling } from './retell-book.js';

const REFRESH: Retelling = { mode: 'refresh', cause: { kind: 'RESYNC', userId: null } };
const cover = (id: string, source: 'file' | 'sidecar') => ({ id, source, width: 400, height: 600 });

describe('a book of several files', () => {
  let test: TestDatabase;
  let database: Database;
  let library: Library;
  let count = 0;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    library = await database.libraries.ensure('/books', 'Books');
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  interface Told {
    file?: Partial<BookDraft>;
    sidecar?: Partial<BookDraft>;
    cover?: ReturnType<typeof cover>;
    sortTitle?: string;
  }

  function look(path: string, { file = {}, sidecar, cover: image, sortTitle }: Told): FileLook {
    const says: FileSays = {
      statements: [
        ...(sidecar ? [{ source: 'sidecar' as const, draft: sidecar }] : []),
        { source: 'file', draft: file },
        { source: 'filepath', draft: { title: path.split('.')[0]! } },
      ],
      ...(image && { cover: image }),
      ...(sortTitle !== undefined && { sortTitle }),
    };
    const format = path.split('.').at(-1) as Format;
    const fingerprint = `bytes ${(count += 1)}`;
    const findings = { format, layout: 'reflowable', drm: null, problem: null, warnings: [], says } as const;
    return {
      listed: { path, size: 5n, mtimeNs: BigInt(count), inode: path },
      content: { ownerId: null, fingerprint, size: 5n },
      reading: {
        findings: { ...findings, warnings: [] },
        cover: image ? { id: image.id, mediaType: 'image/jpeg', width: 400, height: 600, size: 9 } : null,
      },
      provisional: false,
    };
  }

  async function keep(path: string, told: Told, how = BY_ITSELF): Promise<string> {
    const [kept] = await database.transaction((repositories) =>
      keepLooks({ repositories, library, how }, [look(path, told)]),
    );
    return kept!.bookId;
  }

  const book = async (id: string) => (await database.bookMetadata.find(id))!;

  it('is told by the format best for reading, whichever came first, and the others fill gaps', async () => {
    const id = await keep('Emma.pdf', { file: { title: 'Emma', publisher: 'Of the PDF', pageCount: 300 } });
    expect(await keep('Emma.epub', { file: { title: 'Emma', publisher: 'Of the EPUB' } })).toBe(id);
    expect((await book(id)).metadata).toMatchObject({ publisher: 'Of the EPUB', pageCount: 300 });
    // The PDF says something new where the EPUB says nothing: it is heard; where the EPUB has a word, it is not.
    await keep('Emma.pdf', { file: { title: 'Emma', publisher: 'Of the new PDF', pageCount: 301 } });
    expect((await book(id)).metadata).toMatchObject({ publisher: 'Of the EPUB', pageCount: 301 });
  });

  it('keeps what a file said that says nothing now', async () => {
    const id = await keep('Persuasion.epub', { file: { title: 'Persuasion', publisher: 'Murray' } });
    await keep('Persuasion.epub', { file: { title: 'Persuasion' } });
    expect((await book(id)).metadata.publisher).toBe('Murray');
  });

  it('is sorted as whoever gave its title says', async () => {
    const id = await keep('Sanditon.epub', { file: { title: 'The Watsons' }, sortTitle: 'watsons' });
    expect((await database.books.find(id))!.sortTitle).toBe('watsons');
    await keep('Sanditon.epub', { file: { title: 'Sanditon' } });
    expect((await database.books.find(id))!.sortTitle).toBe('sanditon');
  });

  it('has the cover of the file that speaks for it, and keeps one where it has none', async () => {
    const id = await keep('Susan.pdf', { cover: cover('00000000000000a1', 'file') });
    await keep('Susan.epub', {});
    expect((await book(id)).cover.id).toBe('00000000000000a1');
    await keep('Susan.epub', { cover: cover('00000000000000a2', 'file') });
    expect((await book(id)).cover).toMatchObject({ id: '00000000000000a2', origin: { source: 'file' } });
    const [change] = await database.changes.ofBook(id, 10);
    expect(change!.change).toMatchObject({ field: 'cover', before: '00000000000000a1', after: '00000000000000a2' });
  });

  it('is refreshed from its files, not from what lies beside them', async () => {
    const told = { file: { title: 'Of the file' }, sidecar: { title: 'Of the sidecar', publisher: 'Of the sidecar' } };
    const id = await keep('Lesley.epub', told);
    expect((await book(id)).metadata).toMatchObject({ title: 'Of the sidecar', publisher: 'Of the sidecar' });
    await keep('Lesley.epub', told, REFRESH);
    expect((await book(id)).metadata).toMatchObject({ title: 'Of the file', publisher: 'Of the sidecar' });
    // The sidecar has not lost its word for good.
    await keep('Lesley.epub', told);
    expect((await book(id)).metadata.title).toBe('Of the sidecar');
  });
});
