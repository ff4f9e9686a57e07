import { firstBooks, shelf, sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

describe('what a server does not show any more', () => {
  let desk: SyncDesk;
  let id: string;
  let before: Awaited<ReturnType<SyncDesk['books']>>;
  beforeAll(async () => {
    desk = await SyncDesk.open(shelf());
    id = await desk.connect();
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', found: 200, added: 200 });
    before = await desk.books(id);
  });
  afterEach(async () => {
    desk.dav.recover();
    desk.dav.hold(shelf());
    await desk.later(30);
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', found: 200, held: null });
    // Whatever happened: every book is the one it was, and there.
    expect(await desk.books(id)).toEqual(before);
  });
  afterAll(() => desk?.close());

  const missing = async () => Object.values(await desk.books(id)).filter((book) => book.missing).length;
  /** As often and as long after one another as it takes to be missing. */
  const syncTwice = async () => {
    await desk.sync(id);
    await desk.later(6);
    return desk.sync(id);
  };

  it('is nothing where nothing changed', async () => {
    await desk.later(10);
    expect(await desk.sync(id)).toEqual({
      ...{ outcome: 'OK', found: 200, added: 0, changed: 0, unchanged: 200, moved: 0, removed: 0, held: null },
    });
  });

  it('does not have files that wait for a look written down again, only those that somebody has begun with', async () => {
    const rows = () =>
      desk.sql<{ path: string; at: string }>('select path, xmin::text as at from arrival order by path');
    const waiting = await rows();
    expect(waiting).toHaveLength(200);
    const begun = await desk.database.arrivals.claimUnscanned(id, 3);
    await desk.sync(id);
    const paths = begun.map(({ path }) => path);
    const others = (some: { path: string }[]) => some.filter(({ path }) => !paths.includes(path));
    expect(others(await rows())).toEqual(others(waiting));
    expect((await desk.database.arrivals.claimUnscanned(id, 200)).map(({ path }) => path)).toEqual(
      expect.arrayContaining(paths),
    );
  });

  it('is missing once it was missed twice, some minutes apart', async () => {
    desk.dav.hold(shelf(firstBooks(2)));
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', removed: 0 });
    expect((await desk.scan(id)).tally).toMatchObject({ missed: 2 });
    expect(await desk.sync(id)).toMatchObject({ removed: 0 }); // too soon to count
    expect(await missing()).toBe(0);
    await desk.later(6);
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', removed: 2 });
    expect(await missing()).toBe(2);
    desk.dav.hold(shelf(firstBooks(1)));
    await desk.sync(id);
    expect(await missing()).toBe(1);
  });

  it('is held back where it is much, until somebody says that it is meant', async () => {
    desk.dav.hold(shelf(firstBooks(150)));
    const held = expect.stringContaining('150 of 200 files are gone') as string;
    expect(await syncTwice()).toMatchObject({ outcome: 'HELD', removed: 0, held });
    expect(await desk.connection(id)).toMatchObject({ lastSyncStatus: 'HELD', lastError: held });
    expect(await missing()).toBe(0);
    await desk.database.libraries.update(id, { confirmedGone: 150 });
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', removed: 150 });
    expect(await missing()).toBe(150);
    expect((await desk.connection(id)).library.confirmedGone).toBeNull();
  });

  it('is not missing for a word that was said of fewer files', async () => {
    desk.dav.hold(shelf(firstBooks(150)));
    await desk.database.libraries.update(id, { confirmedGone: 149 });
    expect(await desk.sync(id)).toMatchObject({ outcome: 'HELD' });
    expect(await missing()).toBe(0);
  });

  it('is believed at last, where it was the same for a week and in ten comparisons', async () => {
    desk.dav.hold(shelf(firstBooks(150)));
    expect(await desk.sync(id)).toMatchObject({ outcome: 'HELD' });
    await desk.sql(`update webdav_connection set held = held || '{"since": "2020-01-01T00:00:00Z", "listings": 9}'`);
    await desk.later(6);
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', removed: 150 });
    expect(await missing()).toBe(150);
  });

  it('goes on as if nothing had been where it comes back before anybody said a word', async () => {
    desk.dav.hold(shelf(firstBooks(150)));
    expect(await desk.sync(id)).toMatchObject({ outcome: 'HELD' });
    desk.dav.hold(shelf());
    expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', unchanged: 200, held: null });
  });

  it.each([
    ['an empty folder', () => desk.dav.hold({}), 'HELD'],
    ['a folder with other things only', () => desk.dav.hold({ 'readme.txt': 'hello' }), 'HELD'],
    [
      'an answer without anything',
      () => desk.dav.treat(desk.dav.path, { edit: () => '<d:multistatus xmlns:d="DAV:"/>' }),
      'PARTIAL',
    ],
  ])('is held back where the server shows %s', async (_, become, outcome) => {
    become();
    expect(await syncTwice()).toMatchObject({ outcome, removed: 0 });
    expect(await missing()).toBe(0);
  });

  it.each([
    ['is not found', { status: 404 }, 'not_found'],
    ['is forbidden', { status: 403 }, 'forbidden'],
    ['fails', { status: 500 }, 'server_error'],
    ['is a page for people', { status: 200, body: '<html>Hello</html>' }, 'not_webdav'],
    ['wants to be signed in to', { status: 401 }, 'auth_failed'],
    ['breaks off', { breakAt: 300 }, 'malformed_response'],
    ['is cut', { cutAt: 900 }, 'malformed_response'],
  ])('is not concluded from a base that %s', async (_, treat, code) => {
    desk.dav.treat(desk.dav.path, treat);
    await expect(syncTwice()).rejects.toThrow();
    desk.dav.recover();
    expect(await missing()).toBe(0);
    const { failures, lastErrorCode, state } = await desk.connection(id);
    expect({ failures, state }).toEqual({ failures: 1, state: 'ACTIVE' });
    expect([code, 'connect_failed']).toContain(lastErrorCode);
  });

  it('stays where its folder cannot be listed, however often, and the others are compared', async () => {
    desk.dav.treat(/Folder%200\/$/, { status: 403 });
    desk.dav.hold(shelf(new Set(['1-1.epub'])));
    expect(await syncTwice()).toMatchObject({ outcome: 'PARTIAL', removed: 1 });
    for (let round = 0; round < 3; round += 1) await syncTwice();
    expect(await missing()).toBe(1);
    expect((await desk.database.scans.faultsOf((await desk.scan(id)).id)).map(({ path }) => path)).toEqual([
      'Folder 0',
    ]);
  });

  it('stays where the server does not say what something in its folder is', async () => {
    const forbid = (body: string) =>
      body.replace(/<[^>]*:?response>(?:(?!response>)[\s\S])*0-0\.epub[\s\S]*?response>/, (entry) =>
        entry.replace(/<(\w*:?)propstat>[\s\S]*<\/\w*:?propstat>/, '<$1status>HTTP/1.1 403 Forbidden</$1status>'),
      );
    desk.dav.treat(/Folder%200\/$/, { edit: forbid });
    expect(await syncTwice()).toMatchObject({ outcome: 'PARTIAL', removed: 0, found: 199 });
    expect(await missing()).toBe(0);
  });

  it('goes with its folder, once the folder above is listed without it', async () => {
    const tree = shelf();
    delete tree['Folder 3'];
    desk.dav.hold(tree);
    expect(await syncTwice()).toMatchObject({ outcome: 'OK', removed: 10 });
    expect(await missing()).toBe(10);
  });

  it('is not concluded right after the address was changed', async () => {
    desk.dav.hold({ ...shelf(firstBooks(2)), 'new.epub': sized(9_999) });
    await desk.sql(`update webdav_connection set is_moved = true`);
    await desk.sync(id);
    await desk.later(6);
    expect((await desk.item(id, 'Folder 0/0-0.epub'))!.misses).toBe(0);
    await desk.sql(`delete from source_item where path = 'new.epub'`);
    await desk.sql(`delete from place where path = 'new.epub'`);
  });

  it('is never concluded from another library, nor for one', async () => {
    const other = await desk.connect(`${desk.dav.url}Folder%201/`);
    expect(await desk.sync(other)).toMatchObject({ found: 10, added: 10 });
    desk.dav.hold(shelf(firstBooks(2)));
    await desk.sync(other);
    await desk.later(6);
    await desk.sync(other);
    expect(await missing()).toBe(0);
    await desk.database.libraries.remove(other);
  });
});
