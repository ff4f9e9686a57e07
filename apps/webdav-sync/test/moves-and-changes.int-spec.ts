import { anEpub, DavFile, type DavTree } from '@octavo/testing';
import { OLD, shelf, sized } from './shelf.js';
import { SyncDesk } from './sync-desk.js';

const LATER = 'Wed, 04 Mar 2026 10:00:00 GMT';
const emma = anEpub().titled('Emma').by('Jane Austen').build();

/** Every test has a server and a library of its own. */
async function begin(tree: DavTree) {
  const desk = await SyncDesk.open(tree);
  const id = await desk.connect();
  await desk.sync(id);
  return { desk, id, before: await desk.books(id) };
}

describe('a file that went from one place to another', () => {
  it('is the same book: renamed, in another folder, or in a folder of another name', async () => {
    const tree = shelf();
    const { desk, id, before } = await begin(tree);
    try {
      const { 'Folder 0': first, 'Folder 1': second, ...rest } = tree as Record<string, DavTree>;
      const { '0-0.epub': renamed, '0-1.epub': moved, ...others } = first!;
      const now = { ...rest, Renamed: second!, 'Folder 0': { ...others, 'Another name.epub': renamed! } } as DavTree;
      desk.dav.hold({ ...now, Deep: { Deeper: { '0-1.epub': moved! } } });
      expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', moved: 12, added: 0, removed: 0, unchanged: 200 });
      const after = await desk.books(id);
      expect(after['Folder 0/Another name.epub']!.id).toBe(before['Folder 0/0-0.epub']!.id);
      expect(after['Deep/Deeper/0-1.epub']!.id).toBe(before['Folder 0/0-1.epub']!.id);
      for (let book = 0; book < 10; book += 1)
        expect(after[`Renamed/1-${book}.epub`]!.id).toBe(before[`Folder 1/1-${book}.epub`]!.id);
      expect(Object.values(after).some(({ missing }) => missing)).toBe(false);
    } finally {
      await desk.close();
    }
  });

  it('is no removal, however many went: a whole library in a folder of another name', async () => {
    const { desk, id, before } = await begin({ Old: shelf() });
    try {
      desk.dav.hold({ New: shelf() });
      expect(await desk.sync(id)).toMatchObject({ outcome: 'OK', moved: 200, added: 0, held: null });
      const ids = Object.values(before).map((book) => book.id);
      expect(Object.values(await desk.books(id)).map((book) => book.id)).toEqual(ids);
    } finally {
      await desk.close();
    }
  });

  it('is not taken for another one that is alike in size and time', async () => {
    const twins = { 'a.epub': sized(5_000), 'b.epub': sized(5_000) };
    const { desk, id, before } = await begin({ One: twins, Two: { 'else.epub': sized(6_000) } });
    try {
      desk.dav.hold({ Three: { 'x.epub': sized(5_000), 'y.epub': sized(5_000) }, Two: { 'else.epub': sized(6_000) } });
      expect(await desk.sync(id)).toMatchObject({ moved: 0, added: 2 });
      const after = await desk.books(id);
      expect(after['One/a.epub']!.id).toBe(before['One/a.epub']!.id);
      expect(Object.keys(after)).toHaveLength(5);
    } finally {
      await desk.close();
    }
  });

  it('is the same where only the spelling of its name is another', async () => {
    const { desk, id, before } = await begin({ 'Book.epub': sized(5_000), 'Z.epub': sized(5_001) });
    try {
      desk.dav.hold({ 'book.epub': sized(5_000), 'Z.epub': sized(5_001) });
      expect(await desk.sync(id)).toMatchObject({ moved: 1, added: 0 });
      expect((await desk.books(id))['book.epub']!.id).toBe(before['Book.epub']!.id);
    } finally {
      await desk.close();
    }
  });
});

describe('a file that changed', () => {
  it('is the same book, read anew, and devices fetch it again', async () => {
    const { desk, id, before } = await begin({ 'Emma.epub': new DavFile(emma, { modified: OLD }) });
    try {
      await desk.read(id);
      await desk.sql(`update book set delivery_form = 'epub:x'`);
      const second = anEpub().titled('Emma, revised').by('Jane Austen').build();
      desk.dav.hold({ 'Emma.epub': new DavFile(second, { modified: LATER }) });
      expect(await desk.sync(id)).toMatchObject({ changed: 1, added: 0, moved: 0 });
      expect(await desk.read(id)).toEqual({ done: 1, failed: 0 });
      const after = await desk.books(id);
      expect(after['Emma.epub']).toEqual({ ...before['Emma.epub'], title: 'Emma, revised' });
      expect(await desk.sql('select delivery_form from book')).toEqual([{ delivery_form: 'stale' }]);
    } finally {
      await desk.close();
    }
  });

  it.each([
    ['its size', { size: 5_001, etag: 'b' }, 1],
    ['its time and its tag', { modified: LATER, etag: 'b' }, 1],
    ['its tag only', { etag: 'b' }, 0],
    ['its time only', { modified: LATER }, 0],
    ['nothing', {}, 0],
  ])('is known by another size, or another tag with another time: %s', async (_, change, changed) => {
    const file = ({ size = 5_000, modified = OLD, etag = 'a' }: { size?: number; modified?: string; etag?: string }) =>
      new DavFile('x'.repeat(size), { modified, etag: `"${etag}"` });
    const { desk, id } = await begin({ 'a.epub': file({}) });
    try {
      const revision = (await desk.item(id, 'a.epub'))!.revision;
      desk.dav.hold({ 'a.epub': file(change) });
      expect(await desk.sync(id)).toMatchObject({ found: 1, changed, unchanged: 1 - changed });
      expect((await desk.item(id, 'a.epub'))!.revision === revision).toBe(changed === 0);
    } finally {
      await desk.close();
    }
  });

  it('is nothing to a server that says less than before', async () => {
    const { desk, id } = await begin(shelf());
    try {
      const strip = (body: string) =>
        body.replace(/<(\w*:?)(getetag|getlastmodified|getcontentlength)[\s\S]*?<\/\1\2>/g, '');
      desk.dav.treat(/./, { edit: strip });
      expect(await desk.sync(id)).toMatchObject({ found: 200, changed: 0, unchanged: 200, removed: 0 });
    } finally {
      await desk.close();
    }
  });
});

describe('a file that is still being written', () => {
  const now = () => new Date().toUTCString();

  it('is a book once two listings agree', async () => {
    const { desk, id } = await begin({ 'a.epub': sized(5_000), 'up.epub': sized(100, now()) });
    try {
      expect(Object.keys(await desk.books(id))).toEqual(['a.epub']);
      expect((await desk.scan(id)).tally).toMatchObject({ settling: 1 });
      const { nextSyncAt } = await desk.connection(id);
      expect(nextSyncAt.getTime() - Date.now()).toBeLessThan(3 * 60_000); // it is not kept waiting for long
      desk.dav.hold({ 'a.epub': sized(5_000), 'up.epub': sized(3_000, now()) });
      expect(await desk.sync(id)).toMatchObject({ added: 0 });
      expect(Object.keys(await desk.books(id))).toEqual(['a.epub']);
      expect(await desk.sync(id)).toMatchObject({ added: 1 });
      expect(Object.keys(await desk.books(id))).toEqual(['a.epub', 'up.epub']);
      expect(await desk.sync(id)).toMatchObject({ added: 0, unchanged: 2 });
    } finally {
      await desk.close();
    }
  });

  it('is told by the server’s clock, not by ours', async () => {
    const tree = { 'a.epub': sized(5_000, now()) };
    const desk = await SyncDesk.open(tree, { clockAhead: -3 * 365 * 86_400 });
    try {
      const id = await desk.connect();
      expect(await desk.sync(id)).toMatchObject({ added: 1 });
    } finally {
      await desk.close();
    }
  });

  it('is none while it is empty', async () => {
    const { desk, id } = await begin({ 'a.epub': sized(0) });
    try {
      expect(await desk.books(id)).toEqual({});
      desk.dav.hold({ 'a.epub': sized(5_000, LATER) });
      expect(await desk.sync(id)).toMatchObject({ added: 1 });
      expect(Object.keys(await desk.books(id))).toEqual(['a.epub']);
    } finally {
      await desk.close();
    }
  });
});

describe('a name', () => {
  it('is the title of a book nobody has looked into, and its ending the format', async () => {
    const names = ['Book.EPUB', 'x.fb2.zip', 'y.kepub.epub', '007.epub', '1e5.epub', 'true.epub', '2024.10.epub'];
    const { desk, id } = await begin(Object.fromEntries(names.map((name, at) => [name, sized(2_000 + at)])));
    try {
      const titles = Object.values(await desk.books(id)).map(({ title }) => title);
      expect(titles.toSorted()).toEqual(['007', '1e5', '2024.10', 'Book', 'True', 'X', 'Y']);
      const formats = await desk.sql<{ format: string }>('select format from file order by format');
      expect(formats.map(({ format }) => format)).toEqual(['epub', 'epub', 'epub', 'epub', 'epub', 'fb2', 'kepub']);
    } finally {
      await desk.close();
    }
  });
});
