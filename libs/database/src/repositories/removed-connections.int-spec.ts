import { testDatabase, type TestDatabase } from '@octavo/testing';
import { randomUUID } from 'node:crypto';
import { Database } from '../database.js';
import { aNewBook } from './testing/new-book.js';

describe('a library that is no longer connected', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 2);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  it('takes all its books out of sight, those that were missing before too', async () => {
    const { id: libraryId } = await database.libraries.ensure(`/books/${randomUUID()}`, 'Books');
    const file = (path: string) => ({ path, size: 1n, mtimeNs: 1n, inode: path });
    const books = ['Emma.epub', 'Persuasion.epub'].map((path) => aNewBook(libraryId, file(path), randomUUID()));
    await database.transaction(({ newBooks }) => newBooks.addAll(books));
    await database.places.markGone(libraryId, ['Emma.epub']);
    const places = () => database.places.at(libraryId, ['Emma.epub', 'Persuasion.epub']);
    const [before] = (await places()).filter(({ missingSince }) => missingSince !== null);

    const gone = await database.sourceUpdates.markAll(libraryId);
    expect(gone).toHaveLength(2);
    const after = await places();
    expect(after.every(({ missingSince }) => missingSince !== null)).toBe(true);
    expect(after).toContainEqual(before); // and it is missing for as long as it was
  });
});
