import { editBook, mergeBook, NOTHING_KNOWN, undo, type FieldChange } from '@octavo/domain';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';
import { saveBook } from '../save-book.js';
import type { WholeStoredBook } from './book-metadata.repository.js';

const AUTHOR = { name: 'Jane Austen', role: 'author' as const };

describe('what is known of a book', () => {
  let test: TestDatabase;
  let database: Database;
  let id: string;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  beforeEach(async () => {
    id = await database.newBooks.add(null, {
      metadata: { ...NOTHING_KNOWN, title: 'Emma', contributors: [AUTHOR], subjects: ['Classics'] },
      origins: { title: { source: 'file' }, 'contributors.author': { source: 'file' } },
      ...{ status: 'READY', coverId: null, sortTitle: 'emma, the' },
    });
  });

  const found = async () => (await database.bookMetadata.find(id))!;
  const sortTitle = async () => (await database.books.find(id))!.sortTitle;
  const updatedAt = async () => (await database.books.find(id))!.updatedAt;

  /** Writes what `change` makes of the book, as those who change books do. */
  function write(
    change: (before: WholeStoredBook) => { changes: FieldChange[] } & Omit<WholeStoredBook, 'status' | 'cover'>,
  ) {
    return database.transaction(async (repositories) => {
      const before = (await repositories.bookMetadata.locked(id))!;
      const { changes, ...after } = change(before);
      await saveBook(repositories, { bookId: id, before, after, changes, cause: { kind: 'EDIT', userId: null } });
      return changes;
    });
  }

  it('is read as it was written, with where it comes from', async () => {
    await write((before) =>
      mergeBook(
        before,
        [
          {
            ...{ source: 'enrichment', provider: 'amazon' },
            draft: {
              contributors: [{ name: 'Ann Reader', role: 'narrator' }],
              series: [{ name: 'S', number: '1-3' }],
              identifiers: [{ scheme: 'isbn', value: '9780141439587' }],
              published: { year: 1815, month: 12 },
            },
          },
        ],
        { mode: 'normal' },
      ),
    );
    const { metadata, origins } = await found();
    expect(metadata).toMatchObject({
      ...{ title: 'Emma', series: [{ name: 'S', number: '1-3' }], publishedDate: '1815-12' },
      contributors: [AUTHOR, { name: 'Ann Reader', role: 'narrator' }],
    });
    expect(origins).toEqual({
      title: { source: 'file' },
      'contributors.author': { source: 'file' },
      'contributors.narrator': { source: 'enrichment', provider: 'amazon' },
      series: { source: 'enrichment', provider: 'amazon' },
      'identifiers.isbn': { source: 'enrichment', provider: 'amazon' },
      publishedDate: { source: 'enrichment', provider: 'amazon' },
    });
  });

  it('is no news where nothing changed, nor where only its source is another', async () => {
    const before = await updatedAt();
    await write((book) => mergeBook(book, [{ source: 'file', draft: { title: 'Emma' } }], { mode: 'normal' }));
    await write((book) => ({ ...book, origins: { ...book.origins, title: { source: 'sidecar' } }, changes: [] }));
    expect(await updatedAt()).toEqual(before);
    expect((await found()).origins.title).toEqual({ source: 'sidecar' });
  });

  it('keeps the sort title that was given for as long as its title stays', async () => {
    await write((book) => editBook(book, { publisher: 'Penguin' }));
    expect(await sortTitle()).toBe('emma, the');
    await write((book) => editBook(book, { title: 'The Watsons' }));
    expect(await sortTitle()).toBe('watsons, the');
  });

  it('is found by what it says now, and by nothing it said before', async () => {
    await write((book) => editBook(book, { contributors: [{ name: 'Another Lady', role: 'author' }] }));
    const { searchText, authorSort } = (await database.books.find(id))!;
    expect(searchText).toContain('another lady');
    expect(searchText).not.toContain('austen');
    expect(authorSort).toBe('another lady');
  });

  it('waits for whoever changes the same book', async () => {
    const both = ['Penguin', 'Everyman'].map((publisher) => write((book) => editBook(book, { publisher })));
    const [first, second] = (await Promise.all(both)).map(([change]) => change!);
    // Whichever was first, the other one saw what it wrote.
    expect([first!.before, second!.before].filter((before) => before === null)).toHaveLength(1);
  });

  it('has a history from which it can be as it was', async () => {
    await write((book) => editBook(book, { title: 'Emma!', subjects: [] }));
    const history = await database.changes.ofBook(id, 10);
    expect(history.map(({ change, kind, by, undoneAt }) => [change.field, kind, by, undoneAt]).sort()).toEqual([
      ['subjects', 'EDIT', null, null],
      ['title', 'EDIT', null, null],
    ]);
    const standing = await database.changes.standing(history[0]!.runId);
    await write((book) => {
      const { metadata, origins } = undo(
        book,
        standing.map(({ change }) => change as FieldChange),
      );
      return { metadata, origins, changes: [] };
    });
    expect((await found()).metadata).toMatchObject({ title: 'Emma', subjects: ['Classics'] });
    await database.changes.markUndone(standing.map((one) => one.id));
    expect(await database.changes.standing(history[0]!.runId)).toEqual([]);
    expect(await database.changes.booksOf(history[0]!.runId)).toEqual([id]);
  });

  it('notes no run where nothing changed', async () => {
    await write((book) => editBook(book, { title: 'Emma' }));
    expect(await database.changes.ofBook(id, 10)).toEqual([]);
  });
});

describe('the search for more', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  const add = (title: string) =>
    database.newBooks.add(null, {
      ...{ metadata: { ...NOTHING_KNOWN, title }, origins: {}, status: 'READY', coverId: null },
    });

  it('is due for books nobody asked about, where that goes by itself, and for those somebody wants', async () => {
    const [never, wanted, done] = await Promise.all(['a', 'b', 'c'].map(add));
    await database.bookEnrichments.want([wanted!]);
    await database.bookEnrichments.note(done!, { state: 'DONE', detail: '', retryAt: null });
    expect(new Set(await database.bookEnrichments.due(10, true))).toEqual(new Set([never, wanted]));
    expect(await database.bookEnrichments.due(10, false)).toEqual([wanted]);
    expect(await database.bookEnrichments.unwant()).toBe(1);
    expect(await database.bookEnrichments.due(10, false)).toEqual([]);
  });

  it('is due again once after a refusal, and not after a second one', async () => {
    const id = await add('refused');
    const past = new Date(Date.now() - 60_000);
    const refused = { state: 'BLOCKED', detail: 'status 503', retryAt: past } as const;
    await database.bookEnrichments.note(id, refused);
    expect(await database.bookEnrichments.due(10, true)).toContain(id);
    await database.bookEnrichments.note(id, refused);
    expect(await database.bookEnrichments.due(10, true)).not.toContain(id);
    await database.bookEnrichments.want([id]);
    expect(await database.bookEnrichments.due(10, true)).toContain(id);
  });

  it('keeps what somebody refused refused, whoever finds it again', async () => {
    const id = await add('finds');
    const find = { provider: 'amazon', candidateId: 'B00', candidate: { title: 'x' }, score: 0.7, reasons: ['why'] };
    await database.finds.put(id, [{ ...find, standing: 'SUGGESTED' }]);
    const [suggested] = await database.finds.ofBook(id);
    await database.finds.stand(suggested!.id, 'REFUSED');
    await database.finds.put(id, [{ ...find, score: 0.8, standing: 'ACCEPTED' }]);
    expect(await database.finds.ofBook(id)).toMatchObject([{ id: suggested!.id, standing: 'REFUSED', score: 0.8 }]);
  });
});
