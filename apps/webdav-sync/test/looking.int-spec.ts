import { anEpub, DavFile, type DavManners, type DavTree } from '@octavo/testing';
import { OLD } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

const book = (title: string, pictures = 0) =>
  new DavFile(
    anEpub()
      .titled(title)
      .by('Ann Onym')
      .withChapters(2 + pictures)
      .build(),
    { modified: OLD },
  );
const TREE: DavTree = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.epub`, book(`Book ${at}`)]));

async function begin(tree = TREE, manners: DavManners = {}) {
  const desk = await SyncDesk.open(tree, manners);
  const id = await desk.connect();
  await desk.sync(id);
  desk.dav.asked.length = 0;
  const titles = async () => Object.values(await desk.books(id)).map(({ title }) => title);
  const gets = () => desk.dav.asked.filter(({ method }) => method === 'GET');
  return { desk, id, titles, gets };
}

describe('looking into files where they lie', () => {
  it('gives their books what is in them, and takes no bytes that nobody needs', async () => {
    const { desk, id, titles, gets } = await begin();
    try {
      expect(await titles()).toEqual(Array.from({ length: 12 }, (_, at) => `${at}`).toSorted());
      expect(await desk.read(id)).toEqual({ done: 12, failed: 0 });
      expect(await titles()).toEqual(Array.from({ length: 12 }, (_, at) => `Book ${at}`).toSorted());
      expect(gets().every(({ range }) => range !== undefined)).toBe(true);
      expect(await desk.sql('select 1 from arrival')).toEqual([]);
      expect(await desk.read(id)).toEqual({ done: 0, failed: 0 });
    } finally {
      await desk.close();
    }
  });

  it('stops where the server does not let us in, and does not count that against any file', async () => {
    const { desk, id, titles, gets } = await begin();
    try {
      desk.dav.treat(/./, { method: 'GET', status: 401 });
      await desk.read(id);
      expect(gets().length).toBeLessThanOrEqual(4); // those that were under way
      desk.dav.recover();
      await desk.later(10);
      expect(await desk.read(id)).toEqual({ done: 12, failed: 0 });
      expect(await titles()).toContain('Book 11');
    } finally {
      await desk.close();
    }
  });

  it('goes on with the others where one cannot be had, and has it later', async () => {
    const { desk, id, titles } = await begin();
    try {
      desk.dav.treat(/\/3\.epub/, { method: 'GET', status: 500 });
      await desk.read(id);
      expect((await titles()).filter((title) => title.startsWith('Book'))).toHaveLength(11);
      desk.dav.recover();
      await desk.later(10);
      await desk.read(id);
      expect(await titles()).toContain('Book 3');
    } finally {
      await desk.close();
    }
  }, 240_000);

  it('says of a file that is broken what is wrong with it', async () => {
    const { desk, id } = await begin({ ...TREE, 'x.epub': new DavFile('no book at all', { modified: OLD }) });
    try {
      expect(await desk.read(id)).toEqual({ done: 13, failed: 1 });
      const rows = await desk.sql<{ status: string; problem_code: string | null }>(
        `select b.status, f.problem_code from book b join file f on f.book_id = b.id where b.title ~* '^x$'`,
      );
      expect(rows).toEqual([{ status: 'PROBLEM', problem_code: 'file.unreadable' }]);
    } finally {
      await desk.close();
    }
  });

  it('knows only the names of files of a server that gives no parts of large ones, or not their sizes', async () => {
    const large = new DavFile(Buffer.alloc(33 << 20), { modified: OLD });
    const sizeless = (body: string) => body.replace(/<[^>]*getcontentlength>[^<]*<[^>]*>/g, '');
    const { desk, id } = await begin({ 'Large one.epub': large }, { ranges: 'none' });
    try {
      await desk.read(id);
      expect(await desk.sql('select warnings from file')).toEqual([
        { warnings: [expect.stringContaining('no parts')] },
      ]);
      desk.dav.hold({ 'Large one.epub': large, 'Sizeless.epub': book('Sizeless') });
      desk.dav.treat(/./, { method: 'PROPFIND', edit: sizeless });
      await desk.sync(id);
      await desk.read(id);
      expect(
        await desk.sql(`select f.warnings from file f join place p on p.file_id = f.id where p.path ~ 'Size'`),
      ).toEqual([{ warnings: [expect.stringContaining('how large')] }]);
    } finally {
      await desk.close();
    }
  });

  it('keeps nothing of a connection that was removed meanwhile', async () => {
    const { desk, id } = await begin();
    try {
      desk.dav.treat(/./, { method: 'GET', delay: 150 });
      const reading = desk.read(id).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await desk.database.transaction(async ({ connections, sourceUpdates, books }) => {
        await connections.remove(id);
        const gone = await sourceUpdates.markAll(id);
        await books.refreshMissing(gone);
        await books.hideMissing(gone);
      });
      await reading;
      expect(await desk.sql('select 1 from place where missing_since is null')).toEqual([]);
      expect(await desk.sql('select 1 from book where removed_at is null')).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
