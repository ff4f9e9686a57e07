import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';

describe("the store's tokens", () => {
  let test: TestDatabase;
  let database: Database;
  let mine: string;
  let other: string;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 2);
    const user = await database.users.create({ email: 'a@example.org', name: '', role: 'reader', passwordHash: '' });
    mine = (await database.devices.pair(user.id, 'Mine', 'one')).id;
    other = (await database.devices.pair(user.id, 'Other', 'two')).id;
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  const held = async (device: string) =>
    (await database.storeCursors.ofDevice(device)).map(({ token }) => token).reverse();

  it('are each of one device, and the newest few of it are kept, with the one in use', async () => {
    const { storeCursors } = database;
    const first = await storeCursors.add(mine, 'first');
    const theirs = await storeCursors.add(other, 'theirs');
    expect(await storeCursors.find(mine, first)).toBe('first');
    expect(await storeCursors.find(other, first)).toBeUndefined();
    expect(await storeCursors.find(mine, 2n ** 62n)).toBeUndefined();
    for (const token of ['b', 'c', 'd', 'e', 'f']) await storeCursors.add(mine, token, first);
    expect(await held(mine)).toEqual(['first', 'b', 'c', 'd', 'e', 'f']);
    await storeCursors.add(mine, 'g');
    expect(await held(mine)).toEqual(['c', 'd', 'e', 'f', 'g']);
    await database.devices.useStore(mine, false);
    expect([await held(mine), await storeCursors.find(other, theirs)]).toEqual([[], 'theirs']);
  });
});
