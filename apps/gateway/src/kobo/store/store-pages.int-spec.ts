import { Database } from '@octavo/database';
import { readConfig, SecretBox } from '@octavo/platform';
import { KoboStore, storeItem, storeSyncToken, testDatabase, type TestDatabase } from '@octavo/testing';
import type { PinoLogger } from 'nestjs-pino';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { KoboCaller } from '../device.guard.js';
import { StoreClient } from './store-client.js';
import { StorePages } from './store-pages.js';

const QUERY = 'Filter=ALL&DownloadUrlFilter=Generic,Android&PrioritizeRecentReads=true&D=[{"a"}]';
const headers = {
  authorization: 'Bearer eyJzdG9yZSI6MX0',
  'x-kobo-userkey': 'user-key',
  'x-kobo-synctoken': 'oct2.ours',
  cookie: 'a=b',
};

describe("the store's half of a sync", () => {
  let test: TestDatabase;
  let database: Database;
  let pool: pg.Pool;
  let store: KoboStore;
  let client: StoreClient;
  let pages: StorePages;
  let logged: unknown[][];
  const logger = {
    warn: (...line: unknown[]) => logged.push(line),
    error: (...line: unknown[]) => logged.push(line),
  } as unknown as PinoLogger;
  const key = randomBytes(32).toString('base64');

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    pool = new pg.Pool({ connectionString: test.url, max: 1 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await database?.close();
    await pool?.end();
    await test?.drop();
  });
  beforeEach(async () => {
    logged = [];
    store = await KoboStore.start();
    store.items = [1, 2, 3, 4, 5].map((n) => storeItem(`aaaaaaaa-0000-4000-8000-00000000000${n}`));
    client = new StoreClient(readConfig({ KOBO_STORE_BASE_URL: store.url }));
    pages = new StorePages(database, client, new SecretBox(key), logger);
  });
  afterEach(async () => {
    client.onApplicationShutdown();
    await store.close();
  });

  async function aDevice(): Promise<KoboCaller> {
    const email = `${randomUUID()}@example.org`;
    const user = await database.users.create({ email, name: '', role: 'reader', passwordHash: '' });
    const paired = await database.devices.pair(user.id, 'Kobo', randomUUID());
    const device = { ...paired, storeProxy: true };
    return { device, userId: user.id, base: 'http://x/kobo/t0ken', origin: 'http://x' };
  }
  const request = { headers, rawQuery: QUERY };
  const rows = async (caller: KoboCaller) =>
    (
      await pool.query<{ id: string; token: string }>('select id, token from store_cursor where device_id = $1', [
        caller.device.id,
      ])
    ).rows;

  it('comes page by page, each from where the last one ended, to its end', async () => {
    const caller = await aDevice();
    const seen: unknown[] = [];
    let cursor: bigint | undefined;
    for (let more = true; more;) {
      const page = (await pages.next(caller, request, cursor))!;
      expect(page.headers).toEqual({ 'x-kobo-sync-mode': 'delta', 'x-kobo-recent-reads': 'rr' });
      seen.push(...page.items);
      ({ more, cursor } = page);
    }
    expect(seen).toEqual(store.items);
    expect(store.requests).toHaveLength(3);
    expect((await pages.next(caller, request, cursor))!).toMatchObject({ items: [], more: false, cursor });
  });

  it('is asked for with the query as it is, with the store’s token or none, and never with ours', async () => {
    const caller = await aDevice();
    const first = (await pages.next(caller, request, undefined))!;
    await pages.next(caller, { headers, rawQuery: '' }, first.cursor);
    const [one, two] = store.requests;
    expect([one!.target, two!.target]).toEqual([`/v1/library/sync?${QUERY}`, '/v1/library/sync']);
    expect(one!.headers).toMatchObject({ authorization: headers.authorization, 'x-kobo-userkey': 'user-key' });
    expect([one!.headers['x-kobo-synctoken'], one!.headers.cookie]).toEqual([undefined, undefined]);
    expect(two!.headers['x-kobo-synctoken']).toBe(storeSyncToken(2, true));
  });

  it('gives the same page and the same cursor when it is asked for twice', async () => {
    const caller = await aDevice();
    const { cursor } = (await pages.next(caller, request, undefined))!;
    const one = await pages.next(caller, request, cursor);
    expect(await pages.next(caller, request, cursor)).toEqual(one);
    expect(await rows(caller)).toHaveLength(2);
  });

  it('keeps the newest tokens, and that which is in use however often answers are lost', async () => {
    const caller = await aDevice();
    store.pageSize = 1;
    store.items = Array.from({ length: 12 }, (_, n) => storeItem(`aaaaaaaa-0000-4000-8000-0000000000${n + 10}`));
    const { cursor: held } = (await pages.next(caller, request, undefined))!;
    let cursor = held;
    for (let n = 0; n < 9; n++) ({ cursor } = (await pages.next(caller, request, cursor))!);
    const kept = (await rows(caller)).map(({ id }) => BigInt(id)).sort((a, b) => Number(a - b));
    expect([kept.length, kept.at(-1)]).toEqual([5, cursor]);
    expect(kept).not.toContain(held);
  });

  it('never forgets the token a device keeps asking with', async () => {
    const caller = await aDevice();
    const { cursor } = (await pages.next(caller, request, undefined))!;
    for (let n = 0; n < 8; n++) {
      store.items.unshift(storeItem(`bbbbbbbb-0000-4000-8000-00000000000${n}`));
      store.pageSize += 1; // another token each time
      await pages.next(caller, request, cursor);
    }
    expect((await rows(caller)).map(({ id }) => BigInt(id))).toContain(cursor);
    store.requests.length = 0;
    await pages.next(caller, request, cursor);
    expect(store.requests[0]!.headers['x-kobo-synctoken']).toBe(storeSyncToken(2, true));
  });

  it('is encrypted where it lies, and a cursor of another device is none', async () => {
    const [mine, other] = [await aDevice(), await aDevice()];
    const { cursor } = (await pages.next(mine, request, undefined))!;
    const [row] = await rows(mine);
    expect(row!.token).not.toContain(storeSyncToken(2, true).slice(0, 20));
    expect(Buffer.from(row!.token.split('.')[1]!, 'base64url').includes('InternalSyncToken')).toBe(false);
    await pages.next(other, request, cursor);
    expect(store.requests.at(-1)!.headers['x-kobo-synctoken']).toBeUndefined();
    // moved in the database itself, it does not open either
    await pool.query('update store_cursor set device_id = $1 where id = $2', [other.device.id, row!.id]);
    await pages.next(other, request, cursor);
    expect(store.requests.at(-1)!.headers['x-kobo-synctoken']).toBeUndefined();
  });

  it('begins anew when the key was lost', async () => {
    const caller = await aDevice();
    const { cursor } = (await pages.next(caller, request, undefined))!;
    const elsewhere = new StorePages(database, client, new SecretBox(randomBytes(32).toString('base64')), logger);
    expect((await elsewhere.next(caller, request, cursor))!.items).toEqual(store.items.slice(0, 2));
  });

  it('can be taken over from another server, and forgotten', async () => {
    const caller = await aDevice();
    const cursor = await pages.adopt(caller.device.id, storeSyncToken(3));
    expect(await pages.adopt(caller.device.id, storeSyncToken(3))).toBe(cursor);
    expect((await pages.next(caller, request, cursor))!.items).toEqual(store.items.slice(3));
    await database.devices.useStore(caller.device.id, true);
    expect(await rows(caller)).toEqual([]);
    expect((await pages.next(caller, request, cursor))!.items).toEqual(store.items.slice(0, 2));
    await expect(pages.adopt(caller.device.id, 'a b')).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('sends no sign-in of ours', async () => {
    const caller = await aDevice();
    await pages.next(caller, { headers: { authorization: 'Bearer octavo_x' }, rawQuery: '' }, undefined);
    expect(store.requests[0]!.headers.authorization).toBeUndefined();
  });

  it.each([
    'error 500',
    'expired token',
    'cut off',
    'garbage',
    'huge',
    'redirect elsewhere',
    'redirect within',
  ] as const)(
    'is left out when the store fails with %s: one request, one line in the log without secrets, no cursor lost',
    async (fault) => {
      const caller = await aDevice();
      const { cursor } = (await pages.next(caller, request, undefined))!;
      const before = await rows(caller);
      store.requests.length = 0;
      store.fail(fault);
      expect(await pages.next(caller, request, cursor)).toBeUndefined();
      expect([store.requests.length, logged.length]).toEqual([1, 1]);
      const line = JSON.stringify(logged);
      expect(line).toContain(caller.device.id);
      for (const secret of ['eyJ', 'user-key', 't0ken']) expect(line).not.toContain(secret);
      expect(await rows(caller)).toEqual(before);
      store.recover();
      expect((await pages.next(caller, request, cursor))!.items).toEqual(store.items.slice(2, 4));
    },
  );

  it.each(['silence', 'trickle'] as const)('is left out after ten seconds of %s', async (fault) => {
    const caller = await aDevice();
    store.fail(fault);
    const began = performance.now();
    expect(await pages.next(caller, request, undefined)).toBeUndefined();
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(9_000);
    expect(took).toBeLessThan(60_000);
  });

  it('is left out when the database fails', async () => {
    const caller = await aDevice();
    await pool.query('delete from device where id = $1', [caller.device.id]);
    expect(await pages.next(caller, request, undefined)).toBeUndefined();
  });
});
