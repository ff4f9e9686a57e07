import { testDatabase, type TestDatabase, titled } from '@octavo/testing';
import pg from 'pg';
import { Database } from '../src/database.js';
import { newId } from '../src/ids.js';
import type { ChosenScope } from '../src/repositories/devices.repository.js';
import type { Repositories } from '../src/repositories/index.js';
import { settleRights } from '../src/settle-rights.js';
import { LineReader } from './line-reader.js';

interface BookPlan {
  /** Whose it is: `me` where nothing is said; null: everybody's. */
  owner?: string | null;
  /** The libraries it lies in. */
  libraries?: string[];
  /** What devices get of it. */
  form?: string | null;
}

/** A database with users, books, shelves and devices, changed as the apps change them. */
export class HouseOfLines {
  /** The user whose books are made, so that a test sees no other's. */
  me = '';
  private made = 0;

  private constructor(
    private readonly test: TestDatabase,
    readonly database: Database,
    private readonly pool: pg.Pool,
  ) {}

  static async open(): Promise<HouseOfLines> {
    const test = await testDatabase();
    return new HouseOfLines(
      test,
      await Database.open(test.url, 8),
      new pg.Pool({ connectionString: test.url, max: 2 }),
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.database.close();
    await this.test.drop();
  }

  async sql<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(statement, values)).rows;
  }

  /** Another user, whose the next books are. */
  async beginAnew(): Promise<string> {
    return (this.me = await this.user());
  }

  async user(): Promise<string> {
    const email = `${(this.made += 1)}@example.org`;
    return (await this.database.users.create({ email, name: '', role: 'reader', passwordHash: '' })).id;
  }

  async library(ownerId: string | null = null): Promise<string> {
    const id = newId();
    await this.sql('insert into library (id, name, path, owner_id) values ($1, $2, $2, $3)', [id, `/${id}`, ownerId]);
    return id;
  }

  /** A book that devices may be told of, told to nobody yet. */
  async book(
    title: string,
    { owner = this.me, libraries = [], form = `kepub:${title}-1` }: BookPlan = {},
  ): Promise<string> {
    const id = await this.database.transaction(async ({ books, newBooks }) => {
      const added = await newBooks.add(owner, { metadata: titled(title), origins: {}, status: 'READY', coverId: null });
      if (form !== null) await books.setDeliveryForm(added, form, 'a test');
      return added;
    });
    const file = newId();
    await this.sql(
      `insert into file (id, book_id, fingerprint, size, format, warnings) values ($1, $2, $3, 1, 'kepub', '{}')`,
      [file, id, newId().slice(-16)],
    );
    for (const library of libraries) await this.place(file, library);
    return id;
  }

  /** A book that all devices that are to have it were given. */
  async settled(title: string, plan: BookPlan = {}): Promise<string> {
    const id = await this.book(title, plan);
    await this.settle({ books: [id] });
    return id;
  }

  settle(scope: { books?: string[]; devices?: string[] }): Promise<number> {
    return this.do((repositories) => settleRights(repositories, scope));
  }

  do<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  /** Lays the book's file into other libraries than those it was in. */
  async move(book: string, libraries: string[]): Promise<void> {
    const [file] = await this.sql<{ id: string }>('select id::text from file where book_id = $1', [book]);
    await this.sql('delete from place where file_id = $1', [file!.id]);
    for (const library of libraries) await this.place(file!.id, library);
    await this.settle({ books: [book] });
  }

  /** A device, with its rights. */
  async pair(userId: string, scope?: ChosenScope): Promise<string> {
    return this.do(async (repositories) => {
      const { id } = await repositories.devices.pair(userId, 'Kobo', newId());
      if (scope) await repositories.devices.choose(id, scope);
      await settleRights(repositories, { devices: [id] });
      await repositories.shelfEntitlements.settle({ devices: [id] });
      return id;
    });
  }

  async reader(userId: string, scope?: ChosenScope): Promise<LineReader> {
    return new LineReader(this.database, await this.pair(userId, scope));
  }

  /** Chooses what a device gets. */
  async choose(device: string, scope: ChosenScope): Promise<void> {
    await this.do(async (repositories) => {
      await repositories.devices.choose(device, scope);
      await settleRights(repositories, { devices: [device] });
      await repositories.shelfEntitlements.settle({ devices: [device] });
    });
  }

  async shelf(userId: string, name: string, books: string[] = []): Promise<string> {
    const id = await this.do(async ({ shelves, shelfEntitlements }) => {
      const made = await shelves.findOrAdd(userId, name);
      await shelfEntitlements.settle({ shelves: [made.id] });
      return made.id;
    });
    if (books.length > 0) await this.put(id, books);
    return id;
  }

  async put(shelf: string, books: string[]): Promise<void> {
    await this.do(async (repositories) => {
      await repositories.shelves.putBooks(shelf, books);
      await repositories.shelfEntitlements.touch(shelf, null);
      const devices = await repositories.devices.choosing(shelf);
      if (devices.length > 0) await settleRights(repositories, { devices, books });
    });
  }

  async take(shelf: string, books: string[]): Promise<void> {
    await this.do(async (repositories) => {
      await repositories.shelves.takeBooks(shelf, books);
      await repositories.shelfEntitlements.touch(shelf, null);
      const devices = await repositories.devices.choosing(shelf);
      if (devices.length > 0) await settleRights(repositories, { devices, books });
    });
  }

  async removeShelf(shelf: string): Promise<void> {
    await this.do(async (repositories) => {
      const devices = await repositories.devices.choosing(shelf);
      await repositories.shelves.remove(shelf);
      await repositories.shelfEntitlements.settle({ shelves: [shelf] });
      if (devices.length > 0) await settleRights(repositories, { devices });
    });
  }

  /** Takes a book out of sight, as the removal of its library does, or brings it back. */
  async remove(book: string, gone = true): Promise<void> {
    await this.sql('update book set removed_at = $2 where id = $1', [book, gone ? new Date() : null]);
    await this.settle({ books: [book] });
  }

  private async place(file: string, library: string): Promise<void> {
    await this.sql(
      `insert into place (id, library_id, path, file_id, size, mtime_ns, inode) values ($1, $2, $3, $4, 1, 0, '')`,
      [newId(), library, file, file],
    );
  }
}
