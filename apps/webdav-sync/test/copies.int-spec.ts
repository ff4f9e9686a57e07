import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

const NAMES = ['a.epub', 'b.epub', 'c.epub'];

describe('a copy of a file on a server', () => {
  let desk: SyncDesk;
  let id: string;
  beforeEach(async () => {
    desk = await SyncDesk.open(Object.fromEntries(NAMES.map((name, at) => [name, sized(40_000 + at)])));
    id = await desk.connect();
    await desk.sync(id);
    desk.dav.asked.length = 0;
  });
  afterEach(() => desk?.close());

  const fetches = () => desk.dav.asked.filter(({ method }) => method === 'GET').length;
  const kept = async () =>
    (await readdir(join(desk.config.DATA_DIR, 'cache'), { recursive: true })).filter((name) => name.includes('.'));
  const use = async (name: string, copies = desk.copies()) => {
    const file = await copies.open(id, name);
    const bytes = await file.read(0, file.size);
    await file.close();
    return bytes.byteLength;
  };

  it('is fetched once, however many ask at the same time, and what it is is remembered', async () => {
    const others = [desk.copies(), desk.copies()];
    expect(await Promise.all([use('a.epub'), ...others.map((copies) => use('a.epub', copies))])).toEqual(
      Array(3).fill(40_000),
    );
    expect(fetches()).toBe(1);
    expect((await desk.item(id, 'a.epub'))!.contentHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('makes room for others, whichever was not used for the longest time', async () => {
    const copies = desk.copies({ CACHE_SIZE: 100_000 });
    for (const name of ['a.epub', 'b.epub']) await use(name, copies);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await use('a.epub', copies);
    await use('c.epub', copies);
    expect(await kept()).toHaveLength(2);
    expect(fetches()).toBe(3);
    await use('a.epub', copies);
    expect(fetches()).toBe(3);
    await use('b.epub', copies);
    expect(fetches()).toBe(4);
  });

  it('may be deleted at any time', async () => {
    await use('a.epub');
    await rm(join(desk.config.DATA_DIR, 'cache'), { recursive: true });
    expect(await use('a.epub')).toBe(40_000);
  });

  it.each([
    ['breaks off', { breakAt: 20_000 }],
    ['is cut', { cutAt: 20_000 }],
    ['is another one by now', { body: 'x'.repeat(39_999) }],
    ['is refused', { status: 403 }],
  ])('is not kept where it %s', async (_, treat) => {
    desk.dav.treat(/a\.epub/, { method: 'GET', ...treat });
    await expect(use('a.epub')).rejects.toMatchObject({ code: expect.stringMatching(/^(source|file)\./) as string });
    desk.dav.recover();
    expect(await kept()).toEqual([]);
    expect(await use('a.epub')).toBe(40_000);
  });

  it('is of the file as it is now', async () => {
    await use('a.epub');
    desk.dav.hold({ 'a.epub': sized(50_000), 'b.epub': sized(40_001), 'c.epub': sized(40_002) });
    await desk.sync(id);
    expect(await use('a.epub')).toBe(50_000);
    expect(fetches()).toBe(2);
  });
});
