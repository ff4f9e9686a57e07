import type { WebdavConnection } from '@octavo/contracts';
import {
  anEpub,
  DavFile,
  type DavTree,
  describeWithApache,
  describeWithRclone,
  latin1Name,
  type RealServer,
  servedFolder,
  type ServedFolder,
  startApache,
  startRclone,
} from '@octavo/testing';
import { type House, startHouse, until } from './house.js';

const SIGN_IN = { user: 'ada', password: 'p@ss:wörd %20' };
const OLD = 'Tue, 03 Mar 2026 10:00:00 GMT';
const book = (title: string) => new DavFile(anEpub().titled(title).by('Ann Onym').build(), { modified: OLD });
const NAMES = ['a b', 'c#d', 'e?f', 'g%h', 'i%20j', 'k+l', 'm&n', "o'p", 'q;r', '[s]', '👩‍🚀', 'é', 'e\u0301', 'שלום'];
const TREE: DavTree = {
  Books: Object.fromEntries(NAMES.map((name, at) => [`${name}.epub`, book(`Book ${at}`)])),
  'Old names': { [latin1Name('caf\xe9.epub')]: book('Café') },
  Emma: { 'Emma.epub': book('Emma') },
};

/** What is true with whatever server the books lie on. */
function booksOn(start: (folder: ServedFolder) => Promise<RealServer>): void {
  let house: House;
  let folder: ServedFolder;
  let server: RealServer;
  let id: string;
  beforeAll(async () => {
    folder = await servedFolder(TREE);
    server = await start(folder);
    house = await startHouse('postgres', {}, { OUTBOUND_ALLOW: '127.0.0.1' });
    const { user: username, password } = SIGN_IN;
    const { status, body } = await house.admin.post('/api/webdav', { baseUrl: server.url, username, password });
    expect({ status, body }).toMatchObject({ status: 201 });
    id = body.id;
  });
  afterAll(async () => {
    await house?.close();
    await server?.close();
    await folder?.remove();
  });

  const shown = async () => (await house.admin.get(`/api/webdav/${id}`)).body as WebdavConnection;
  const compared = (after: string | undefined) =>
    until('a comparison to be over', async () => {
      const { sync, ...connection } = await shown();
      const isOver = sync?.finishedAt && sync.id !== after && connection.unreadCount === 0;
      return isOver ? { ...connection, sync } : undefined;
    });
  const sync = async () => {
    const before = (await shown()).sync?.id;
    await house.admin.post(`/api/webdav/${id}/sync`);
    return compared(before);
  };
  const all = async () =>
    (await house.admin.get('/api/books?limit=200')).body.items as {
      id: string;
      title: string;
      files: { id: string }[];
    }[];

  it('are taken in with whatever names they have, and come back byte for byte', async () => {
    expect(await compared(undefined)).toMatchObject({ bookCount: 16, missingCount: 0, lastSyncStatus: 'OK' });
    await house.quiet();
    const books = await all();
    expect(books.map(({ title }) => title).toSorted()).toEqual(
      [...NAMES.map((_, at) => `Book ${at}`), 'Café', 'Emma'].toSorted(),
    );
    for (const { title, files } of books) {
      const { status, body } = await house.admin.get(`/api/files/${files[0]!.id}/content`);
      expect([title, status]).toEqual([title, 200]);
      const tree = Object.assign({}, ...Object.values(TREE)) as Record<string, DavFile>;
      expect(
        Object.values(tree).some(({ content }) => Buffer.from(content as Uint8Array).equals(Buffer.from(body))),
      ).toBe(true);
    }
  });

  it('are the same ones where nothing changed, and moved, changed and gone where that happened', async () => {
    expect((await sync()).sync).toMatchObject({ found: 16, added: 0, changed: 0, unchanged: 16, moved: 0, gone: 0 });
    const before = await all();
    await folder.drop('Emma');
    await folder.write({ 'Jane Austen': { 'Emma.epub': book('Emma') } });
    await folder.write({
      Books: {
        'a b.epub': new DavFile(anEpub().titled('Another').build(), { modified: 'Wed, 04 Mar 2026 10:00:00 GMT' }),
      },
    });
    expect((await sync()).sync).toMatchObject({ found: 16, added: 0, changed: 1, moved: 1 });
    await house.quiet();
    const after = await all();
    expect(after.map((one) => one.id).toSorted()).toEqual(before.map((one) => one.id).toSorted());
    expect(after.map(({ title }) => title)).toContain('Another');
    await folder.drop('Old names');
    expect((await sync()).sync).toMatchObject({ found: 15, gone: 0, tally: { missed: 1 } });
    await house.sql(`update source_item set last_missed_at = last_missed_at - interval '6 minutes'`);
    expect(await sync()).toMatchObject({ missingCount: 1, sync: { gone: 1 } });
  });
}

describeWithApache('books on an Apache', () => {
  booksOn(({ path: root }) => startApache({ root, auth: 'basic', ...SIGN_IN }));
});
describeWithApache('books on an Apache that wants digests', () => {
  booksOn(({ path: root }) => startApache({ root, auth: 'digest', ...SIGN_IN }));
});
describeWithRclone('books on an rclone', () => {
  booksOn(({ path: root }) => startRclone({ root, ...SIGN_IN }));
});
