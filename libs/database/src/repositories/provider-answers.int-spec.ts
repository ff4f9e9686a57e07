import { testDatabase, type TestDatabase } from '@octavo/testing';
import pg from 'pg';
import { Database } from '../database.js';

const HOUR = 3_600;

describe('answers of providers', () => {
  let test: TestDatabase;
  let database: Database;
  let client: pg.Client;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 2);
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await database?.close();
    await test?.drop();
  });
  const write = (key: string, found: unknown, forSec = HOUR) =>
    database.providerAnswers.write({ key, provider: 'amazon', found, forSec });
  const age = (key: string, interval: string) =>
    client.query('update provider_answer set expires_at = expires_at - $2::interval where key = $1', [key, interval]);

  it('are known by their keys: what was found, and that nothing was', async () => {
    const found = { title: 'Dune', authors: ['Frank Herbert'], published: { year: 1965 }, pages: 1.5, none: null };
    await write('a', found);
    await write('b', null);
    await write('list', []);
    expect(await database.providerAnswers.read('a')).toEqual({ found });
    expect(await database.providerAnswers.read('b')).toEqual({ found: null });
    expect(await database.providerAnswers.read('list')).toEqual({ found: [] });
    expect(await database.providerAnswers.read('A')).toBeUndefined();
  });

  it('give way to newer ones', async () => {
    await write('newer', { title: 'Old' }, 5);
    await write('newer', null);
    await age('newer', '10 seconds');
    expect(await database.providerAnswers.read('newer')).toEqual({ found: null });
  });

  it('are good for their time, and swept after it', async () => {
    await write('short', { title: 'Emma' }, HOUR);
    await write('long', { title: 'Emma' }, 2 * HOUR);
    await age('short', '59 minutes');
    expect(await database.providerAnswers.read('short')).toBeDefined();
    expect(await database.providerAnswers.sweep()).toBe(0);
    await age('short', '1 minute');
    expect(await database.providerAnswers.read('short')).toBeUndefined();
    expect(await database.providerAnswers.sweep()).toBe(1);
    const { rows } = await client.query('select 1 from provider_answer where key = $1', ['short']);
    expect(rows).toEqual([]);
    expect(await database.providerAnswers.read('long')).toBeDefined();
  });

  it('are kept though they hold what a text of PostgreSQL cannot', async () => {
    await write('odd', { title: 'a\0b', author: '\ud800x', both: ['\0\udfff'] });
    expect(await database.providerAnswers.read('odd')).toEqual({
      found: { title: 'ab', author: '\ufffdx', both: ['\ufffd'] },
    });
  });
});
