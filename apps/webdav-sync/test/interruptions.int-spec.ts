import { newId } from '@octavo/database';
import { firstBooks, shelf, sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

describe('a comparison that is broken off', () => {
  let desk: SyncDesk;
  let id: string;
  beforeEach(async () => {
    desk = await SyncDesk.open(shelf());
    id = await desk.connect();
    desk.dav.asked.length = 0;
  });
  afterEach(() => desk?.close());

  const listings = () => desk.dav.asked.filter(({ depth }) => depth === '1').length;
  const whenAsked = (count: number, then: () => void) => {
    const timer = setInterval(() => {
      if (listings() < count) return;
      clearInterval(timer);
      then();
    }, 5);
  };

  it('is gone on with where it was after a restart, and concluded once', async () => {
    desk.dav.treat(/./, { delay: 40 });
    const stop = new AbortController();
    const runId = newId();
    whenAsked(9, () => stop.abort('stopping'));
    await expect(desk.sync(id, { context: { runId, signal: stop.signal } })).rejects.toBe('stopping');
    const before = listings();
    expect(before).toBeLessThan(18);
    expect(await desk.books(id)).toEqual({});
    expect((await desk.scan(id)).state).toBe('LISTING');
    desk.dav.asked.length = 0;
    expect(await desk.sync(id, { context: { runId } })).toMatchObject({ outcome: 'OK', found: 200, added: 200 });
    expect(listings()).toBeLessThanOrEqual(21 - before + 4); // those that were under way are asked again
    expect(Object.keys(await desk.books(id))).toHaveLength(200);
    expect(await desk.sql('select 1 from scan')).toHaveLength(1);
  });

  it('is gone on with by whoever comes next when its worker is killed between listing and taking over', async () => {
    const { sync } = desk.worker();
    const database = Object.getPrototypeOf(desk.database.sourceUpdates) as { takeNew: () => Promise<void> };
    const killed = jest.spyOn(database, 'takeNew').mockRejectedValueOnce(new Error('killed'));
    const context = { runId: newId(), progress: () => undefined, signal: new AbortController().signal };
    await expect(sync.process({ libraryId: id, preview: false }, context)).rejects.toThrow('killed');
    killed.mockRestore();
    expect(await desk.books(id)).toEqual({});
    expect(await desk.sql('select 1 from source_item')).toEqual([]);
    const soon = `next_sync_at < now() + interval '1 minute' as soon, failures from webdav_connection`;
    expect(await desk.sql(`select ${soon}`)).toEqual([{ soon: true, failures: 1 }]);
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', added: 200 });
    expect(Object.keys(await desk.books(id))).toHaveLength(200);
  });

  it('that is killed while books are taken in leaves none out and makes none twice', async () => {
    const proto = Object.getPrototypeOf(desk.database.newBooks) as { addAll: (books: unknown[]) => Promise<string[]> };
    const original = proto.addAll;
    let calls = 0;
    const killed = jest.spyOn(proto, 'addAll').mockImplementation(function (this: unknown, books) {
      calls += 1;
      return calls > 1 ? Promise.reject(new Error('killed')) : original.call(this, books);
    });
    desk.dav.hold({
      ...shelf(),
      More: Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`${at}.epub`, sized(9_000 + at)])),
    });
    await desk.sync(id).catch(() => undefined);
    killed.mockRestore();
    await desk.later(10);
    await desk.sync(id);
    await desk.later(10);
    await desk.read(id); // whoever looks into files takes in what nobody has
    expect(Object.keys(await desk.books(id))).toHaveLength(320);
    expect(await desk.sql('select 1 from book')).toHaveLength(320);
  });

  it('changes nothing once its turn is somebody else’s', async () => {
    desk.dav.treat(/./, { delay: 60 });
    const slow = desk.sync(id).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    // It seems dead: the turn runs out, and another worker takes it.
    await desk.sql(`update webdav_connection set turn = gen_random_uuid(), turn_until = now() + interval '1 minute'`);
    expect(await slow).toMatchObject({ code: 'job.cancelled' });
    expect(await desk.books(id)).toEqual({});
    expect(await desk.sql('select 1 from source_item')).toEqual([]);
  });

  it('ends as cancelled where somebody cancels it, with nothing left of it', async () => {
    desk.dav.treat(/./, { delay: 40 });
    const stop = new AbortController();
    whenAsked(6, () => stop.abort('cancelled'));
    await expect(desk.sync(id, { context: { signal: stop.signal } })).rejects.toBe('cancelled');
    expect((await desk.scan(id)).state).toBe('CANCELLED');
    expect(await desk.sql('select 1 from listed_item')).toEqual([]);
    expect((await desk.connection(id)).turn).toBeNull();
  });

  it('waits as long as the server asks, and then goes on', async () => {
    desk.dav.treat(/Folder%201/, { status: 503, headers: { 'retry-after': '3600' }, times: 1 });
    expect(await desk.sync(id)).toMatchObject({ outcome: 'WAITING' });
    const { notBefore, failures, nextSyncAt } = await desk.connection(id);
    expect(failures).toBe(0);
    expect(notBefore!.getTime() - Date.now()).toBeGreaterThan(3_500_000);
    expect(nextSyncAt).toEqual(notBefore);
    expect(await desk.database.connections.due(5)).toEqual([]);
    await desk.sql('update webdav_connection set not_before = now(), next_sync_at = now()');
    expect(await desk.database.connections.due(5)).toEqual([id]);
    const before = listings();
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', added: 200 });
    expect(listings() - before).toBeLessThan(21);
  });
});

describe('a connection that is removed', () => {
  let desk: SyncDesk;
  beforeEach(async () => (desk = await SyncDesk.open(shelf(firstBooks(190)))));
  afterEach(() => desk?.close());

  /** As the gateway does it; whoever is at work has not heard of it yet. */
  const remove = (id: string) =>
    desk.database.transaction(async ({ connections, sourceUpdates, books }) => {
      await connections.remove(id);
      const bookIds = await sourceUpdates.markAll(id);
      await books.refreshMissing(bookIds);
      await books.hideMissing(bookIds);
    });
  const rows = () =>
    desk.sql('select to_jsonb(i) i, to_jsonb(p) p, to_jsonb(b) b from source_item i, place p, book b order by 1, 2, 3');

  it('while its files are looked into keeps nothing of what they say', async () => {
    const id = await desk.connect();
    await desk.sync(id);
    await desk.later(10);
    desk.dav.treat(/epub$/, { delay: 100, method: 'GET' });
    const reading = desk.read(id);
    while (!desk.dav.asked.some(({ method }) => method === 'GET')) await new Promise((next) => setTimeout(next, 5));
    await remove(id);
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    expect(await reading).toEqual({ done: 0, failed: 0 });
    expect(await rows()).toEqual(before);
    expect(Object.values(await desk.books(id)).every(({ missing }) => missing)).toBe(true);
  });

  it('while it is listed ends its comparison as cancelled, with nothing taken over', async () => {
    const id = await desk.connect();
    desk.dav.treat(/./, { delay: 30 });
    const slow = desk.sync(id).catch((error: unknown) => error);
    while (desk.dav.asked.length < 8) await new Promise((next) => setTimeout(next, 5));
    await remove(id);
    expect(await slow).toMatchObject({ code: 'job.cancelled' });
    expect((await desk.scan(id)).state).toBe('CANCELLED');
    expect([await desk.books(id), await desk.sql('select 1 from source_item')]).toEqual([{}, []]);
    expect(await desk.connection(id)).toMatchObject({ state: 'REMOVED', secret: null, lastSyncStatus: null });
  });
});

describe('turns at comparing', () => {
  it('are as many as may be, over all workers, and one for each server', async () => {
    const desk = await SyncDesk.open(shelf());
    try {
      const ids = [await desk.connect(), await desk.connect(`${desk.dav.url}Folder%201/`)];
      ids.push(await desk.connect(`${desk.dav.url}Folder%202/`));
      const take = (id: string) =>
        desk.database.transaction(({ connections }) => connections.takeTurn(id, 2)).then((turn) => turn !== undefined);
      const taken = await Promise.all([...ids, ...ids].map(take));
      expect(taken.filter(Boolean)).toHaveLength(2);
      expect(await desk.database.connections.underWay()).toBe(2);
      await desk.sql(`update webdav_connection set turn_until = now() - interval '1 second'`);
      expect((await Promise.all(ids.map(take))).filter(Boolean)).toHaveLength(2);
    } finally {
      await desk.close();
    }
  });
});

describe('a server that fails', () => {
  it('is asked less and less often, and not at all once it refused the password three times', async () => {
    const desk = await SyncDesk.open(shelf());
    try {
      const id = await desk.connect();
      desk.dav.treat(/./, { status: 500 });
      const gaps: number[] = [];
      for (let round = 1; round <= 4; round += 1) {
        await desk.sync(id).catch(() => undefined);
        const { nextSyncAt, failures } = await desk.connection(id);
        expect(failures).toBe(round);
        gaps.push((nextSyncAt.getTime() - Date.now()) / 60_000 / (20 * 2 ** (round - 1)));
      }
      for (const gap of gaps) {
        expect(gap).toBeGreaterThan(0.78);
        expect(gap).toBeLessThan(1.22);
      }
      desk.dav.recover();
      expect(await desk.sync(id)).toMatchObject({ outcome: 'OK' });
      expect(await desk.connection(id)).toMatchObject({ failures: 0, lastError: null, lastErrorCode: null });
      desk.dav.treat(/./, { status: 401 });
      for (let round = 1; round <= 3; round += 1) await desk.sync(id).catch(() => undefined);
      const { state, lastError } = await desk.connection(id);
      expect({ state, lastError }).toEqual({
        state: 'REFUSED',
        lastError: expect.stringContaining('password') as string,
      });
      desk.dav.asked.length = 0;
      await expect(desk.sync(id)).rejects.toMatchObject({ code: 'source.refused' });
      expect(desk.dav.asked).toEqual([]);
      expect(await desk.database.connections.due(5)).toEqual([]);
    } finally {
      await desk.close();
    }
  }, 240_000);
});

describe('a password', () => {
  it('that was changed in the database, or is another connection’s, is never sent', async () => {
    const desk = await SyncDesk.open(shelf());
    try {
      const [one, other] = [await desk.connect(), await desk.connect(`${desk.dav.url}Folder%201/`)];
      await desk.sql(`update webdav_connection set secret = (select secret from webdav_connection where library_id = '${other}')
        where library_id = '${one}'`);
      desk.dav.asked.length = 0;
      await expect(desk.sync(one)).rejects.toMatchObject({ code: 'secret.cannot-open' });
      expect(desk.dav.asked).toEqual([]);
      expect(await desk.connection(one)).toMatchObject({ state: 'UNREADABLE', lastErrorCode: 'secret_undecryptable' });
    } finally {
      await desk.close();
    }
  });
});
