import { NO_HABITS } from '@octavo/domain';
import { testDatabase, type TestDatabase, titled } from '@octavo/testing';
import { Database } from '../database.js';

describe('what the doctor asks of the database', () => {
  let test: TestDatabase;
  let database: Database;
  let other: Database;
  let userId: string;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    other = await Database.open(test.url, 4);
    userId = (await database.users.create({ email: 'a@example.org', name: '', role: 'reader', passwordHash: '' })).id;
  });
  afterAll(async () => {
    await database?.close();
    await other?.close();
    await test?.drop();
  });

  it('one key for all gateways, even when all ask first at once, and the time', async () => {
    const grounds = await Promise.all([database, other, database, other].map(({ doctor }) => doctor.ground()));
    expect(new Set(grounds.map(({ key }) => key)).size).toBe(1);
    expect(grounds[0]!.key).toMatch(/^[0-9a-f]{64}$/);
    expect(Math.abs(grounds[0]!.now.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('one examination of a user at a time, until it ends or its time is over', async () => {
    const begin = await Promise.all([database, other, database].map(({ doctor }) => doctor.begin(userId, 60)));
    expect(begin.filter(Boolean)).toHaveLength(1);
    expect(await other.doctor.begin('somebody else', 60)).toBe(true);
    await database.doctor.end(userId);
    expect(await other.doctor.begin(userId, -1)).toBe(true);
    expect(await database.doctor.begin(userId, 60)).toBe(true);
    await database.doctor.end(userId);
  });

  it('books by what devices get of them, and only those the user may open', async () => {
    const stranger = await database.users.create({
      email: 'b@example.org',
      name: '',
      role: 'reader',
      passwordHash: '',
    });
    const metadata = titled('x');
    const forms: [string | null, string | null][] = [
      ['kepub:1', null],
      ['kepub:2', userId],
      ['kepub:3', stranger.id],
      ['epub:1', null],
      ['none', null],
      ['stale', null],
      [null, userId],
    ];
    await database.transaction(async ({ books, newBooks }) => {
      for (const [form, owner] of forms) {
        const id = await newBooks.add(owner, { metadata, origins: {}, status: 'READY', coverId: null });
        if (form) await books.setDeliveryForm(id, form, 'a test');
      }
    });
    expect(await database.doctor.readiness(userId)).toEqual({
      ...{ kepub: 2, epub: 1, waiting: 2, failed: 0, none: 1 },
      ...{ otherwise: 0, otherwiseBecause: null },
    });
  });

  it('what a device has not heard of, and which books are to go from it', async () => {
    const { id } = await database.devices.pair(userId, 'Kobo', 'another hash');
    const { doctor, entitlements, syncLines } = database;
    expect(await doctor.untold([id])).toEqual(new Map());
    await entitlements.settle({ devices: [id] });
    const { changes } = (await doctor.untold([id])).get(id)!;
    const { version, line } = (await syncLines.state(id))!;
    expect(changes).toBeGreaterThan(1);
    await syncLines.answering(id, { line, reached: version, told: true, habits: NO_HABITS });
    expect(await doctor.untold([id])).toEqual(new Map());
    const { rows } = await syncLines.books(id, { cursor: 0, limit: 1, removals: false });
    await entitlements.withhold(id, rows[0]!.bookId);
    await entitlements.settle({ devices: [id] });
    expect(await doctor.untold([id])).toEqual(new Map([[id, { changes: 1, removals: 1 }]]));
  });

  it('how far a device comes: the newest time of each step, and nothing of one that is gone', async () => {
    const { id } = await database.devices.pair(userId, 'Kobo', 'hash');
    await database.deviceSteps.note(id, 'sync');
    const [first] = (await database.devices.find(userId, id))!.steps;
    await Promise.all([database, other].map(({ deviceSteps }) => deviceSteps.note(id, 'sync')));
    await database.deviceSteps.note(id, 'download');
    const { steps } = (await database.devices.find(userId, id))!;
    expect(steps.map(({ step }) => step).sort()).toEqual(['download', 'sync']);
    expect(steps.find(({ step }) => step === 'sync')!.at >= first!.at).toBe(true);
    await database.devices.toldTime(id, 3_600);
    expect((await database.devices.find(userId, id))?.clockAheadSec).toBe(3_600);
    await database.devices.toldTime(id, null);
    expect((await database.devices.find(userId, id))?.clockAheadSec).toBeNull();

    await database.devices.revoke(id);
    await database.deviceSteps.note(id, 'sync');
    await database.devices.toldTime(id, 1);
  });
});
