import {
  type BookMetadata,
  advance,
  changesFor,
  isSettled,
  NO_HABITS,
  settledAt,
  type SyncPosition,
} from '@octavo/domain';
import { testDatabase, type TestDatabase, titled } from '@octavo/testing';
import pg from 'pg';
import { Database } from '../database.js';
import { settleRights } from '../settle-rights.js';

const metadata = (title: string): BookMetadata => ({
  ...titled(title),
  contributors: [{ name: 'Jane Austen', role: 'author' }],
});

describe('the version lines of devices', () => {
  let test: TestDatabase;
  let database: Database;
  let userId: string;
  let pool: pg.Pool;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 8);
    pool = new pg.Pool({ connectionString: test.url, max: 1 });
    const user = await database.users.create({ email: 'a@example.org', name: '', role: 'reader', passwordHash: '' });
    userId = user.id;
  });
  afterAll(async () => {
    await pool?.end();
    await database?.close();
    await test?.drop();
  });

  async function book(title: string, ownerId: string | null = null): Promise<string> {
    return database.transaction(async ({ books, newBooks }) => {
      const id = await newBooks.add(ownerId, {
        metadata: metadata(title),
        origins: {},
        status: 'READY',
        coverId: null,
      });
      await books.setDeliveryForm(id, `kepub:${title}`, 'a test');
      return id;
    });
  }
  const pair = () =>
    database.transaction(async (repositories) => {
      const device = await repositories.devices.pair(userId, 'Kobo', `${Math.random()}`);
      await settleRights(repositories, { devices: [device.id] });
      return device.id;
    });
  const settle = (id: string) => database.transaction((repositories) => settleRights(repositories, { books: [id] }));
  const removed = async (id: string, gone: boolean) => {
    await pool.query('update book set removed_at = $2 where id = $1', [id, gone ? new Date() : null]);
    await settle(id);
  };

  /** A device that asks until there is nothing more, as the gateway answers it. */
  async function follow(device: string, books: Set<string>, from: SyncPosition, limit = 3): Promise<SyncPosition> {
    const { syncLines } = database;
    let position = from;
    do {
      const { line, offered } = (await syncLines.state(device))!;
      if (position.phase === 'shelves') {
        position = advance(position, position.at, false);
        continue;
      }
      const removals = position.phase === 'removals';
      const page = await syncLines.books(device, { cursor: position.at, limit, removals });
      for (const row of page.rows) {
        for (const change of changesFor(row, position, offered)) {
          if (change === 'removed') books.delete(row.bookId);
          else if (change === 'new') books.add(row.bookId);
          else if (!books.has(row.bookId)) throw new Error(`${change} for a book the device lacks`);
        }
      }
      const reached = removals ? undefined : page.reached;
      await syncLines.answering(device, { line, reached, told: true, habits: NO_HABITS });
      position = advance(position, page.reached, page.more);
    } while (!isSettled(position));
    return position;
  }

  const START = settledAt(0);
  const all = (device: string) => database.syncLines.books(device, { cursor: 0, limit: 100, removals: false });
  const end = async (device: string) => (await database.syncLines.state(device))!.version;

  it('gives a new device everything its user may open, in the order it was added, and nothing of others', async () => {
    const other = await database.users.create({ email: 'b@example.org', name: '', role: 'reader', passwordHash: '' });
    const [first, second] = [await book('one'), await book('two', userId)];
    const foreign = await book('three', other.id);
    const device = await pair();
    const { rows } = await all(device);
    expect(rows.map(({ bookId }) => bookId)).toEqual([first, second]);
    await settle(foreign);
    expect(await database.entitlements.find(device, foreign)).toBeNull();
  });

  it('grants once, however often it is asked to', async () => {
    const device = await pair();
    const id = await book('again');
    expect(await settle(id)).toBeGreaterThan(0);
    const before = await end(device);
    expect(await settle(id)).toBe(0);
    expect(await end(device)).toEqual(before);
  });

  it('tells of a change only those that hold the book, and of a reading state not the device that wrote it', async () => {
    const [one, two] = [await pair(), await pair()];
    const id = await book('read');
    await settle(id);
    const before = [await end(one), await end(two)];
    await database.transaction(({ entitlements }) => entitlements.touchState(id, userId, one));
    expect([await end(one), await end(two)]).toEqual([before[0], before[1]! + 1]);
    await database.transaction(({ entitlements }) => entitlements.touch(id, 'metadata'));
    expect([await end(one), await end(two)]).toEqual([before[0]! + 1, before[1]! + 2]);
  });

  it('keeps a tombstone when the right is taken away, and a new grant is a new book', async () => {
    const device = await pair();
    const id = await book('gone');
    await settle(id);
    const held = new Set<string>();
    let position = await follow(device, held, START);
    expect(held.has(id)).toBe(true);
    await removed(id, true);
    position = await follow(device, held, position);
    expect(held.has(id)).toBe(false);
    await removed(id, false);
    await follow(device, held, position);
    expect(held.has(id)).toBe(true);
  });

  it('loses nothing to a device that syncs while many write at once, in whatever order they commit', async () => {
    const device = await pair();
    const held = new Set<string>();
    let position = await follow(device, held, START);
    const ids: string[] = [];
    let writing = true;
    const writers = Array.from({ length: 5 }, async (_, writer) => {
      for (let n = 0; n < 12; n++) {
        const id = await book(`w${writer} ${n}`);
        ids.push(id);
        await database.transaction(async (repositories) => {
          await settleRights(repositories, { books: [id] });
          // whoever took a number first may well commit last
          await new Promise((resolve) => setTimeout(resolve, ((writer * 7 + n * 3) % 5) * 4));
        });
        if (n % 3 === 0) await database.transaction(({ entitlements }) => entitlements.touch(id, 'metadata'));
        if (n % 4 === 0) await removed(id, true);
      }
    });
    const reader = (async () => {
      while (writing) position = await follow(device, held, position);
    })();
    await Promise.all(writers);
    writing = false;
    await reader;
    await follow(device, held, position);
    const entitled = await Promise.all(
      ids.map(async (id) => ((await database.entitlements.find(device, id))!.revoked ? [] : [id])),
    );
    expect(ids.filter((id) => held.has(id)).sort()).toEqual(entitled.flat().sort());
  });
});

describe('a list of books', () => {
  let test: TestDatabase;
  let database: Database;
  const me = '00000000-0000-7000-8000-000000000001';

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    for (const title of ['Émile', 'The Zoo', 'apple', 'Bär & Co', '50% off', 'a_b']) {
      await database.newBooks.add(null, { metadata: metadata(title), origins: {}, status: 'READY', coverId: null });
    }
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  const query = (fields: object) => ({ limit: 50, sort: 'title' as const, ...fields });
  const titles = async (fields: object) =>
    (await database.books.list(me, query(fields))).items.map(({ title }) => title);

  it('is sorted as people expect, whatever the accents, cases and articles', async () => {
    expect(await titles({})).toEqual(['50% off', 'a_b', 'apple', 'Bär & Co', 'Émile', 'The Zoo']);
  });

  it('is paged without a gap or a repeat', async () => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await database.books.list(me, { ...query({ limit: 2 }), ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(6);
      found.push(...page.items.map(({ title }) => title));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(found).toEqual(await titles({}));
  });

  it.each([
    ['emile', ['Émile']],
    ['austen zoo', ['The Zoo']],
    ['BAR', ['Bär & Co']],
    ['%', ['50% off']],
    ['a_b', ['a_b']],
    ['nothing', []],
  ])('finds %s', async (q, expected) => {
    expect(await titles({ q })).toEqual(expected);
  });

  it.each([
    'nonsense',
    '',
    Buffer.from('[1,2]').toString('base64url'),
    Buffer.from('["x","y","title"]').toString('base64url'),
  ])('starts from the beginning with the cursor %j, which is none', async (cursor) =>
    expect(await titles({ cursor })).toHaveLength(6),
  );

  it('does not take the cursor of a list that is sorted otherwise', async () => {
    const { next } = await database.books.list(me, { ...query({ limit: 2 }), sort: 'addedAt' });
    expect(await titles({ cursor: next })).toHaveLength(6);
  });
});
