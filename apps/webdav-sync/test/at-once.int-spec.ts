import { type DavStyleName, type DavTree } from '@octavo/testing';
import { shelf, sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

async function begin(style: DavStyleName, tree: DavTree = shelf()) {
  const desk = await SyncDesk.open(tree, { style });
  const id = await desk.connect();
  const sync = async () => {
    desk.dav.asked.length = 0;
    const result = await desk.sync(id);
    return { ...result, asked: desk.dav.asked.filter(({ method }) => method === 'PROPFIND').length };
  };
  return { desk, id, sync };
}

describe('a server that lists a whole tree at once', () => {
  it('is proven once, and then asked with one request', async () => {
    const { desk, id, sync } = await begin('rclone');
    try {
      expect(await sync()).toMatchObject({ outcome: 'OK', added: 200 });
      expect((await desk.connection(id)).deep).toBe('proven');
      const before = await desk.books(id);
      expect(await sync()).toMatchObject({ outcome: 'OK', unchanged: 200, asked: 1 });
      desk.dav.hold({
        ...shelf(new Set(['0-0.epub'])),
        New: { 'new.epub': sized(9_000) },
        '.hidden': { 'x.epub': sized(1) },
      });
      expect(await sync()).toMatchObject({ found: 200, added: 1, removed: 0, asked: 1 });
      await desk.later(6);
      expect(await sync()).toMatchObject({ removed: 1, asked: 1 });
      expect(Object.keys(await desk.books(id))).toHaveLength(201);
      expect((await desk.books(id))['Folder 1/1-1.epub']).toEqual(before['Folder 1/1-1.epub']);
    } finally {
      await desk.close();
    }
  });

  it('is not believed when it tells of the first level only, or breaks off: it is walked through then', async () => {
    const { desk, id, sync } = await begin('rclone');
    try {
      await sync();
      desk.dav.manners = { ...desk.dav.manners, infinity: 'one-level' };
      expect(await sync()).toMatchObject({ outcome: 'OK', unchanged: 200, asked: 22 });
      desk.dav.manners = { ...desk.dav.manners, infinity: 'full' };
      desk.dav.treat(desk.dav.path, { depth: 'infinity', breakAt: 5_000 });
      expect(await sync()).toMatchObject({ outcome: 'OK', unchanged: 200, asked: 22 });
      await desk.later(10);
      expect(await sync()).toMatchObject({ removed: 0 });
      expect(Object.values(await desk.books(id)).some(({ missing }) => missing)).toBe(false);
    } finally {
      await desk.close();
    }
  });

  it.each([
    ['apache', 'refused'],
    ['sabre', 'clamped'],
  ] as const)('is not what %s is', async (style, deep) => {
    const { desk, id, sync } = await begin(style);
    try {
      await sync();
      expect((await desk.connection(id)).deep).toBe(deep);
      expect((await sync()).asked).toBe(21);
    } finally {
      await desk.close();
    }
  });
});
