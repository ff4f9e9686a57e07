import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';

describe('the bearers of devices', () => {
  let test: TestDatabase;
  let database: Database;
  let userId: string;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    const user = await database.users.create({ email: 'a@example.org', name: '', role: 'reader', passwordHash: '' });
    userId = user.id;
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  const pair = async () => (await database.devices.pair(userId, 'Kobo', `${Math.random()}`)).id;
  const opens = async (hash: string) => (await database.deviceBearers.deviceOf(hash))?.id;

  it('open the device they were given to, the ten newest of each', async () => {
    const [one, two] = [await pair(), await pair()];
    await database.deviceBearers.remember(two, 'two');
    for (let n = 1; n <= 12; n++) await database.deviceBearers.remember(one, `one ${n}`);
    await database.deviceBearers.remember(one, 'one 12');
    const open = await Promise.all(Array.from({ length: 12 }, (_, n) => opens(`one ${n + 1}`)));
    expect(open).toEqual([undefined, undefined, ...Array.from({ length: 10 }, () => one)]);
    expect([await opens('two'), await opens('nobody')]).toEqual([two, undefined]);
  });

  it('keep the one that is being given, when twenty are given at once', async () => {
    const device = await pair();
    await Promise.all(Array.from({ length: 20 }, (_, n) => database.deviceBearers.remember(device, `at once ${n}`)));
    await database.deviceBearers.remember(device, 'last');
    expect(await opens('last')).toBe(device);
  });

  it('end with the device, and are not given to one that is gone', async () => {
    const device = await pair();
    await database.deviceBearers.remember(device, 'gone');
    await database.devices.revoke(device);
    await database.deviceBearers.remember(device, 'too late');
    expect([await opens('gone'), await opens('too late')]).toEqual([undefined, undefined]);
  });
});
