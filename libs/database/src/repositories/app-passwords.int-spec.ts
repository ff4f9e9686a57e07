import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await testDatabase();
  database = await Database.open(test.url, 3);
});
afterAll(async () => {
  await database?.close();
  await test?.drop();
});

const account = (email: string) => database.users.create({ email, name: '', role: 'reader', passwordHash: '' });

describe('app passwords', () => {
  it('open the account they are of, with its own e-mail address only', async () => {
    const [ada, bob] = [await account('ada@example.org'), await account('bob@example.org')];
    await database.appPasswords.add(ada.id, 'KOReader', 'digest-a');
    expect((await database.appPasswords.ownerOf(ada.email, 'digest-a'))?.id).toBe(ada.id);
    expect(await database.appPasswords.ownerOf(bob.email, 'digest-a')).toBeUndefined();
    expect(await database.appPasswords.ownerOf(ada.email, 'digest-b')).toBeUndefined();
  });

  it('note their use, once in a while', async () => {
    const eve = await account('eve@example.org');
    const { id } = await database.appPasswords.add(eve.id, 'rclone', 'digest-e');
    const used = async () => (await database.appPasswords.list(eve.id))[0]!.lastUsedAt;
    expect(await used()).toBeNull();
    await database.appPasswords.ownerOf(eve.email, 'digest-e');
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    await database.appPasswords.ownerOf(eve.email, 'digest-e');
    expect(await used()).toEqual(first);
    expect(await database.appPasswords.remove(eve.id, id)).toBe(true);
    expect(await database.appPasswords.ownerOf(eve.email, 'digest-e')).toBeUndefined();
  });

  it('are taken away by their owner only, and go with the account', async () => {
    const [owner, other] = [await account('one@example.org'), await account('two@example.org')];
    const { id } = await database.appPasswords.add(owner.id, 'x', 'digest-o');
    expect(await database.appPasswords.remove(other.id, id)).toBe(false);
    await database.users.remove(owner.id);
    expect(await database.appPasswords.ownerOf(owner.email, 'digest-o')).toBeUndefined();
  });
});
