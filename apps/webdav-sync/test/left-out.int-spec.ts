import { type DavManners, type DavTree } from '@octavo/testing';
import { nested } from './nested.js';
import { sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

async function begin(tree: DavTree, manners: DavManners) {
  const desk = await SyncDesk.open(tree, manners);
  const id = await desk.connect();
  const listings = async () => {
    desk.dav.asked.length = 0;
    const result = await desk.sync(id);
    return { ...result, listings: desk.dav.asked.filter(({ depth }) => depth === '1').length };
  };
  await listings();
  return { desk, id, listings };
}

/** Three full walks, in which a change deep down was told of by all folders above. */
async function earn({ desk, listings }: Awaited<ReturnType<typeof begin>>): Promise<void> {
  for (const size of [7_001, 7_002, 7_003]) {
    desk.dav.hold(nested({ '3/4/a': size }));
    expect(await listings()).toMatchObject({ outcome: 'OK', changed: 1 });
  }
}

describe('a server whose folders tell of changes below them', () => {
  it('is asked for what changed only, once that is proven, and for everything once a day', async () => {
    const at = await begin(nested(), { style: 'nextcloud', infinity: 403 });
    const { desk, id, listings } = at;
    try {
      await earn(at);
      // The base itself, and what a look at who the server is costs.
      expect(await listings()).toMatchObject({ outcome: 'OK', found: 200, unchanged: 200, listings: 2 });
      expect((await desk.scan(id)).tally).toMatchObject({ prunedFolders: 10 });
      desk.dav.hold(nested({ '3/4/a': 7_003, '5/5/b': 9_999 }));
      expect(await listings()).toMatchObject({ found: 200, changed: 1, unchanged: 199, listings: 4 });
      await desk.sql(`update webdav_connection set pruning = jsonb_set(pruning, '{lastFullWalkAt}',
        to_jsonb((now() - interval '25 hours')::text))`);
      expect((await listings()).listings).toBe(112);
    } finally {
      await desk.close();
    }
  });

  it('may list whole trees at once until that is proven', async () => {
    const at = await begin(nested(), { style: 'nextcloud', infinity: 'full' });
    try {
      for (const size of [7_001, 7_002, 7_003]) {
        at.desk.dav.hold(nested({ '3/4/a': size }));
        // Only who the server is.
        expect(await at.listings()).toMatchObject({ outcome: 'OK', changed: 1, listings: 1 });
      }
      at.desk.dav.hold(nested({ '3/4/a': 7_003, '5/5/b': 9_999 }));
      expect(await at.listings()).toMatchObject({ found: 200, changed: 1, unchanged: 199, listings: 4 });
    } finally {
      await at.desk.close();
    }
  });

  it('is looked through again where something was not concluded: missing files, and files being written', async () => {
    const at = await begin(nested(), { style: 'nextcloud', infinity: 403 });
    const { desk, id, listings } = at;
    try {
      await earn(at);
      const tree = nested({ '3/4/a': 7_003 });
      delete ((tree['Out 1'] as DavTree)['In 1'] as DavTree)['a.epub'];
      desk.dav.hold(tree);
      expect(await listings()).toMatchObject({ removed: 0 });
      await desk.later(6);
      expect(await listings()).toMatchObject({ removed: 1 }); // its folders' tags did not change any more
      expect((await desk.books(id))['Out 1/In 1/a.epub']!.missing).toBe(true);
      expect((await listings()).listings).toBe(2);
      ((tree['Out 2'] as DavTree)['In 2'] as DavTree)['new.epub'] = sized(8_888, new Date().toUTCString());
      desk.dav.hold(tree);
      expect(await listings()).toMatchObject({ added: 0 });
      expect(await listings()).toMatchObject({ added: 1 });
      expect((await listings()).listings).toBe(2);
    } finally {
      await desk.close();
    }
  });

  it('is believed no more once a folder kept a change to itself', async () => {
    const at = await begin(nested(), { style: 'nextcloud', infinity: 403 });
    const { desk, listings } = at;
    try {
      await earn(at);
      await desk.sql(
        `update webdav_connection set pruning = jsonb_set(pruning, '{lastFullWalkAt}', '"2020-01-01T00:00:00Z"')`,
      );
      desk.dav.hold(nested({ '3/4/a': 7_777 }));
      const same = /Out%203\/?$/;
      const before = /<d:href>[^<]*Out%203\/<\/d:href>[\s\S]*?<d:getetag>([^<]*)</;
      const [{ etag }] = (await desk.sql<{ etag: string }>(`select etag from source_folder where path = 'Out 3'`)) as [
        { etag: string },
      ];
      const keep = (body: string) =>
        body.replace(before, (found, now: string) => found.replace(now, `&quot;${etag}&quot;`));
      desk.dav.treat(same, { edit: keep });
      desk.dav.treat(desk.dav.path, { edit: keep });
      expect(await listings()).toMatchObject({ changed: 1 });
      desk.dav.recover();
      expect((await listings()).listings).toBeGreaterThan(100);
      const [{ pruning }] = (await desk.sql<{ pruning: { walks: number } }>(
        'select pruning from webdav_connection',
      )) as [{ pruning: { walks: number } }];
      expect(pruning.walks).toBeLessThan(3);
    } finally {
      await desk.close();
    }
  });
});

describe('a server whose folders tell of their own things only', () => {
  it('is asked for everything every time', async () => {
    const { desk, listings } = await begin(nested(), { style: 'apache' });
    try {
      for (const size of [7_001, 7_002, 7_003, 7_004]) {
        desk.dav.hold(nested({ '3/4/a': size }));
        expect(await listings()).toMatchObject({ changed: 1, listings: 111 });
      }
      for (let round = 0; round < 3; round += 1) expect((await listings()).listings).toBe(111);
    } finally {
      await desk.close();
    }
  });
});
