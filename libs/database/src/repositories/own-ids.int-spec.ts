import { testDatabase, type TestDatabase, titled } from '@octavo/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Database } from '../database.js';

describe('which ids are ours', () => {
  let test: TestDatabase;
  let database: Database;
  let pool: pg.Pool;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 2);
    pool = new pg.Pool({ connectionString: test.url, max: 1 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await database?.close();
    await pool?.end();
    await test?.drop();
  });

  /** A row with these values, and something in every other column that must have some. */
  async function insert(table: string, given: Record<string, unknown>): Promise<void> {
    const { rows } = await pool.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_name = $1 and is_nullable = 'NO' and column_default is null`,
      [table],
    );
    const something = (type: string) => (type === 'bigint' || type === 'integer' ? 1 : 'x');
    const row = { ...Object.fromEntries(rows.map(({ name, type }) => [name, something(type)])), ...given };
    const places = Object.keys(row).map((_, n) => `$${n + 1}`);
    await pool.query(`insert into ${table} (${Object.keys(row).join()}) values (${places.join()})`, Object.values(row));
  }

  it('are those of books, of books that are gone from a device, of shelves and of series', async () => {
    const user = await database.users.create({ email: 'a@example.org', name: '', role: 'reader', passwordHash: '' });
    const { id: device } = await database.devices.pair(user.id, 'Kobo', 'hash');
    const [gone, shelf, series, theirs, goneShelf] = Array.from({ length: 5 }, () => randomUUID());
    const book = await database.newBooks.add(null, {
      metadata: titled('One'),
      origins: {},
      status: 'READY',
      coverId: null,
    });
    await insert('entitlement', { device_id: device, book_id: gone!, revoked: true });
    await insert('shelf', { id: shelf!, user_id: user.id });
    await insert('shelf_entitlement', { device_id: device, tag_id: 'gone', shelf_id: goneShelf!, revoked: true });
    await insert('series', { id: series! });

    const ours = [book, gone!, shelf!, series!, goneShelf!];
    expect(await database.ownIds.among([...ours, theirs!])).toEqual(new Set(ours));
    expect(await database.ownIds.among([])).toEqual(new Set());
  });
});
