import { testDatabase, type TestDatabase } from '@octavo/testing';
import { randomUUID } from 'node:crypto';
import { Database } from '../database.js';
import { connectedLibrary } from './testing/connected-library.js';

describe('what is due on servers of others', () => {
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

  /** Asks for a job as queues do. */
  const ask = async (queue: string, name: string, key: string) => {
    const how = { priority: 10, requestId: null };
    const [run] = await database.jobRuns.ask(queue, name, [{ id: randomUUID(), key, payload: {}, subject: null }], how);
    return run!.id;
  };

  async function store(): Promise<string> {
    const user = await database.users.create({ email: 'b@example.org', name: '', role: 'reader', passwordHash: '' });
    const named = {
      id: randomUUID(),
      userId: user.id,
      name: 'Anna',
      country: 'us',
      customerKey: 'c',
      ways: ['signed'],
    };
    await database.audibleAccounts.add({ ...named, isImported: true, secret: 's', access: null, accessUntil: null });
    return (await database.audibleAccounts.find(named.id))!.stores[0]!.id;
  }

  it.each([
    ['store', 'audible-sync', 'syncStore', store, () => database.audibleStores.due(5)],
    ['library', 'webdav-sync', 'syncSource', () => connectedLibrary(database), () => database.connections.due(5)],
  ])(
    'holds no %s that somebody is asked to look at, or that the run of a dead worker holds',
    async (_, queue, name, make, due) => {
      const id = await make();
      expect(await due()).toEqual([id]);
      const run = await ask(queue, name, id);
      await ask(queue, 'somethingElse', id);
      await ask(queue, name, randomUUID());
      expect(await due()).toEqual([]);
      await database.jobRuns.claim(run);
      expect(await due()).toEqual([]);
      await database.jobRuns.fail(run, { code: 'job.failed', detail: '' });
      expect(await due()).toEqual([id]);
    },
  );
});
