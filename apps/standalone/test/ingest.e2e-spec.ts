import { anEpub } from '@octavo/testing';
import {
  copyFile,
  link,
  mkdir,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, startHouse, until } from './house.js';

const epub = (title: string, author = 'A. Uthor') => anEpub().titled(title).by(author).build();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a folder that lives', () => {
  let house: House;
  const at = (path: string) => join(house.books, path);
  const books = async (query = '') => (await house.admin.get(`/api/books?limit=200${query}`)).body;
  const called = async (title: string) =>
    (await books(`&q=${encodeURIComponent(title)}`)).items.find((book: { title: string }) => book.title === title);
  const seen = (title: string) => until(`the book ${title}`, () => called(title));
  const scan = async () => {
    const [library] = (await house.admin.get('/api/libraries')).body.items;
    const { body } = await house.admin.post(`/api/libraries/${library.id}/scan`);
    return until('the scan', async () => {
      const job = (await house.admin.get(`/api/jobs/${body.jobId}`)).body;
      return ['completed', 'failed', 'cancelled'].includes(job.state) && job;
    });
  };

  beforeAll(async () => {
    house = await startHouse('postgres', {}, { SETTLE_TIME: '1s' });
    await until(
      'the watch',
      async () => (await house.admin.get('/api/libraries')).body.items[0].watch.mode === 'EVENTS',
    );
  });
  afterAll(() => house?.close());

  it('takes a slow copy for one book, and only when it is whole', async () => {
    const bytes = anEpub().titled('Slow').by('A. Uthor').withChapters(40, 40).build();
    const step = Math.ceil(bytes.length / 5);
    for (let part = 0; part < 5; part++) {
      await appendFile(at('slow.epub'), bytes.subarray(part * step, (part + 1) * step));
      // longer than a file must be quiet: half an EPUB looks broken, and is waited for
      await pause(part === 2 ? 3_500 : 400);
      expect((await books()).total).toBe(0);
    }
    const book = await seen('Slow');
    expect((await books()).total).toBe(1);
    expect(book).toMatchObject({ status: 'READY', files: [{ size: bytes.length, problem: null }] });
  });

  it('never looks at downloads under way', async () => {
    await writeFile(at('part.epub.part'), epub('Partial'));
    await pause(2_000);
    expect(await called('Partial')).toBeUndefined();
    await rename(at('part.epub.part'), at('part.epub'));
    await seen('Partial');
  });

  it('finds what comes with a folder, linked in or all at once in new folders', async () => {
    await mkdir(at('../outside/deep/er'), { recursive: true });
    await writeFile(at('../outside/deep/er/Moved in.epub'), epub('Moved in'));
    await rename(at('../outside/deep'), at('deep'));
    await writeFile(at('../outside/Linked.epub'), epub('Linked'));
    await link(at('../outside/Linked.epub'), at('Linked.epub'));
    for (let n = 0; n < 60; n++) {
      await mkdir(at(`burst/${n % 10}/x`), { recursive: true });
      await writeFile(at(`burst/${n % 10}/x/${n}.epub`), epub(`Burst ${n}`));
    }
    await seen('Moved in');
    await seen('Linked');
    await until('all of the burst', async () => (await books('&q=Burst')).total === 60);
  });

  it('keeps every book when their folder is renamed, and none is missing meanwhile', async () => {
    const before = (await books('&q=Burst')).items.map(({ id }: { id: string }) => id).sort();
    await rename(at('burst'), at('renamed burst'));
    const end = Date.now() + 8_000;
    while (Date.now() < end) {
      expect((await books('&missing=true')).total).toBe(0);
      await pause(250);
    }
    await house.quiet();
    const after = (await books('&q=Burst')).items;
    expect(after.map(({ id }: { id: string }) => id).sort()).toEqual(before);
    for (const { files } of after) {
      expect(files[0].places).toHaveLength(1);
      expect(files[0].places[0].path).toMatch(/^renamed burst\//);
    }
  });

  it('does not mind a file that goes and is back in time', async () => {
    const { id } = await called('Partial');
    await rename(at('part.epub'), at('../outside/part.epub'));
    await pause(700);
    await rename(at('../outside/part.epub'), at('part.epub'));
    await pause(3_500);
    expect((await house.admin.get(`/api/books/${id}`)).body.missing).toBe(false);
  });

  it('marks a book missing only when all its copies are gone', async () => {
    await copyFile(at('Linked.epub'), at('copy.epub'));
    const { id } = await called('Linked');
    const file = async () => (await house.admin.get(`/api/books/${id}`)).body;
    await until('both places', async () => (await file()).files[0].places.length === 2);
    await rm(at('Linked.epub'));
    await until('the first mark', async () =>
      (await file()).files[0].places.some(({ missing }: { missing: boolean }) => missing),
    );
    expect((await file()).missing).toBe(false);
    await rm(at('copy.epub'));
    await until('the book to be missing', async () => (await file()).missing);
  });

  it('tells another book in the place, and on the inode, of a removed one', async () => {
    await writeFile(at('old.epub'), epub('The Old One'));
    const old = await seen('The Old One');
    await rm(at('old.epub'));
    await writeFile(at('unrelated.epub'), epub('The New One'));
    const book = await seen('The New One');
    expect(book.id).not.toBe(old.id);
    await until('the old one to be missing', async () => (await house.admin.get(`/api/books/${old.id}`)).body.missing);
  });

  it.each([
    ['rewritten in place', (bytes: Uint8Array) => writeFile(at('edit.epub'), bytes)],
    [
      'replaced by a rename',
      async (bytes: Uint8Array) => {
        await writeFile(at('edit.tmp'), bytes);
        await rename(at('edit.tmp'), at('edit.epub'));
      },
    ],
    [
      'replaced by one of the same size and time',
      async (bytes: Uint8Array) => {
        const { atime, mtime, size } = await stat(at('edit.epub'));
        await writeFile(at('edit.tmp'), bytes);
        await truncate(at('edit.tmp'), size);
        await utimes(at('edit.tmp'), atime, mtime);
        await rename(at('edit.tmp'), at('edit.epub'));
      },
    ],
  ])('takes a file that was %s for a new revision of its book', async (how, change) => {
    const first = anEpub().titled(`Edition of ${how}`).by('A. Uthor').withChapters(5, 5).build();
    await writeFile(at('edit.epub'), first);
    const { id } = await seen(`Edition of ${how}`);
    const before = (await house.admin.get(`/api/books/${id}`)).body.updatedAt;
    await house.quiet();
    await change(anEpub().titled(`Revision of ${how}`).by('A. Uthor').build());
    await until('the revision', async () => {
      if (how.includes('same size')) await scan();
      const { body } = await house.admin.get(`/api/books/${id}`);
      return body.updatedAt !== before && (body.title === `Revision of ${how}` || body.status === 'PROBLEM');
    });
    await rm(at('edit.epub'));
    await until('it to be gone', async () => (await house.admin.get(`/api/books/${id}`)).body.missing);
  });

  it('does not read again what was only touched', async () => {
    const book = await called('Partial');
    await utimes(at('part.epub'), new Date(), new Date());
    await pause(1_500);
    await house.quiet();
    const after = (await house.admin.get(`/api/books/${book.id}`)).body;
    expect(after.updatedAt).toBe(book.updatedAt);
    expect((await scan()).result).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it('makes no book of an empty file before there is something in it', async () => {
    const before = (await books()).total;
    await writeFile(at('later.epub'), '');
    await utimes(at('later.epub'), new Date(0), new Date(0));
    await scan();
    expect((await books()).total).toBe(before);
    await writeFile(at('later.epub'), epub('Later'));
    await seen('Later');
  });

  it('follows no link out, and is not led round in circles', async () => {
    const before = (await books()).total;
    await symlink(at('.'), at('loop'));
    await symlink('/etc/passwd', at('passwd.epub'));
    await symlink(at('nowhere'), at('dangling.epub'));
    await scan();
    expect((await books()).total).toBe(before);
  });

  it('makes one book of two forms beside each other, and two of different ones', async () => {
    const { aPdf } = await import('@octavo/testing');
    await mkdir(at('forms'));
    await writeFile(at('forms/Emma.epub'), epub('Emma', 'Jane Austen'));
    await seen('Emma');
    await writeFile(at('forms/Emma.pdf'), aPdf().titled('Emma').build());
    const book = await until('both forms', async () => {
      const found = await called('Emma');
      return found?.files.length === 2 && found;
    });
    expect(book.files.map(({ format }: { format: string }) => format).sort()).toEqual(['epub', 'pdf']);
    await writeFile(at('forms/1.epub'), epub('Persuasion', 'Jane Austen'));
    await writeFile(at('forms/1.pdf'), aPdf().titled('The Art of War').build());
    await seen('Persuasion');
    await seen('The Art of War');
  });

  it('has left every file as it was', async () => {
    expect((await readdir(house.books)).filter((name) => name.startsWith('.octavo'))).toEqual([]);
    expect(await stat(at('slow.epub'))).toMatchObject({ size: (await called('Slow')).files[0].size });
  });
});
