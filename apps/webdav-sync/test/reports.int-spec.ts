import type { DavManners } from '@octavo/testing';
import { nested } from './nested.js';
import { sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

const EVERYTHING = 111;
/** Its folders' tags tell of their own things only. */
const TELLING: DavManners = { style: 'apache', changes: 'told' };

describe('a server that can be asked for what changed', () => {
  let desk: SyncDesk;
  let id: string;
  afterEach(() => desk.close());

  async function begin(manners: DavManners): Promise<void> {
    desk = await SyncDesk.open(nested(), manners);
    id = await desk.connect();
    await listings();
  }
  const asked = (what: { method: string; depth: string }) =>
    desk.dav.asked.filter(({ method, depth }) => method === what.method && depth === what.depth).length;
  async function listings() {
    desk.dav.asked.length = 0;
    const result = await desk.sync(id);
    return { ...result, listings: asked({ method: 'PROPFIND', depth: '1' }) };
  }
  /** Three full walks in which it named a change. */
  async function earn(): Promise<void> {
    for (const size of [7_001, 7_002, 7_003]) {
      desk.dav.hold(nested({ '3/4/a': size }));
      expect(await listings()).toMatchObject({ outcome: 'OK', changed: 1, listings: EVERYTHING });
    }
  }
  const aDayLater = () =>
    desk.sql(`update webdav_connection set reports = jsonb_set(reports, '{lastFullWalkAt}',
      to_jsonb((now() - interval '25 hours')::text))`);
  const sizeOf = async (path: string) => Number((await desk.item(id, path))!.size);

  it('is listed where it names something only, once that is proven, and whole once a day', async () => {
    await begin(TELLING);
    await earn();
    expect(await listings()).toMatchObject({ outcome: 'OK', found: 200, unchanged: 200, listings: 1 });
    expect(asked({ method: 'REPORT', depth: '0' })).toBe(1);
    const tree = nested({ '3/4/a': 7_003, '5/5/b': 9_999 });
    desk.dav.hold(tree);
    expect(await listings()).toMatchObject({ found: 200, changed: 1, unchanged: 199, listings: 3 });
    desk.dav.hold({ ...tree, New: { Deep: { 'a.epub': sized(8_001), 'b.epub': sized(8_002) } } });
    expect(await listings()).toMatchObject({ found: 202, added: 2, unchanged: 200, listings: 3 });
    desk.dav.hold(tree);
    await listings();
    await desk.later(6);
    expect(await listings()).toMatchObject({ removed: 2 });
    await aDayLater();
    expect((await listings()).listings).toBe(EVERYTHING);
  });

  it('is listed whole where it has forgotten where it was asked the last time', async () => {
    await begin(TELLING);
    await earn();
    desk.dav.history.forget();
    desk.dav.hold(nested({ '3/4/a': 7_003, '5/5/b': 9_999 }));
    expect(await listings()).toMatchObject({ changed: 1, listings: EVERYTHING });
    expect((await listings()).listings).toBe(1);
  });

  it('is asked again for what a folder that failed would have shown', async () => {
    await begin(TELLING);
    await earn();
    desk.dav.hold(nested({ '3/4/a': 7_777 }));
    desk.dav.treat(/Out%203\/$/, { status: 500 });
    expect(await listings()).toMatchObject({ outcome: 'PARTIAL', changed: 0 });
    desk.dav.recover();
    expect(await listings()).toMatchObject({ outcome: 'OK', changed: 1 });
  });

  it('loses no change where a listing is broken off and gone on with', async () => {
    await begin(TELLING);
    await earn();
    desk.dav.hold(nested({ '3/4/a': 7_777 }));
    desk.dav.treat(/Out%203\/$/, { hang: 'headers' });
    const stop = new AbortController();
    const broken = desk.sync(id, { context: { signal: stop.signal } }).catch(() => undefined);
    while (!desk.dav.asked.some(({ target }) => target.endsWith('Out%203/')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort('shutdown');
    await broken;
    desk.dav.recover();
    desk.dav.hold(nested({ '3/4/a': 7_777, '5/5/b': 9_999 }));
    await listings();
    await listings();
    expect([await sizeOf('Out 3/In 4/a.epub'), await sizeOf('Out 5/In 5/b.epub')]).toEqual([7_777, 9_999]);
  });

  it('is listed whole as long as it keeps changes to itself', async () => {
    await begin({ ...TELLING, changes: 'hidden' });
    await earn();
    for (let round = 0; round < 2; round += 1) expect((await listings()).listings).toBe(EVERYTHING);
  });

  it('is believed no more once it kept a change to itself', async () => {
    await begin(TELLING);
    await earn();
    desk.dav.manners = { ...desk.dav.manners, changes: 'hidden' };
    desk.dav.hold(nested({ '3/4/a': 7_777 }));
    expect(await listings()).toMatchObject({ changed: 0, listings: 1 });
    await aDayLater();
    expect(await listings()).toMatchObject({ changed: 1, listings: EVERYTHING });
    desk.dav.manners = { ...desk.dav.manners, changes: 'told' };
    expect((await listings()).listings).toBe(EVERYTHING);
  });
});
