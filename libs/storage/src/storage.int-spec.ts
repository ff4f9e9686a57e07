import { DomainError } from '@octavo/domain';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFiles } from './data-files.js';
import { openFile } from './file-access.js';
import { problemOf } from './file-problems.js';
import { fingerprintOf, fingerprintOfBytes } from './fingerprint.js';
import { LibraryFiles } from './library-files.js';
import type { FolderEntry } from './walk-folder.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'octavo-storage-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const wanted = (name: string) => name.endsWith('.epub');
const files = new LibraryFiles();

async function list(how: { root?: string; signal?: AbortSignal } = {}) {
  const found: FolderEntry[] = [];
  const unseen = await files.walk(how.root ?? root, { ...how, wanted, found: (some) => void found.push(...some) });
  return { files: found, ...unseen };
}

describe('a library folder', () => {
  it('lists what is wanted, whatever it is called, and leaves out what never is a book', async () => {
    const names = [
      'a.epub',
      'ü/日本 #1%.epub',
      'deep/er/b.epub',
      'notes.txt',
      '.hidden/x.epub',
      '@eaDir/x.epub',
      'x.epub.part',
      '~x/y.epub',
    ];
    for (const name of names) {
      await mkdir(join(root, name, '..'), { recursive: true });
      await writeFile(join(root, name), 'x');
    }
    const { files: found, unreadable } = await list();
    expect(found.map(({ path }) => path).sort()).toEqual(
      ['a.epub', 'deep/er/b.epub', 'ü/日本 #1%.epub', '~x/y.epub'].sort(),
    );
    expect(unreadable).toEqual([]);
  });

  it('follows links to files inside, and neither links out nor links to folders', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'octavo-outside-'));
    await writeFile(join(outside, 'out.epub'), 'x');
    await writeFile(join(root, 'in.epub'), 'x');
    await symlink(join(root, 'in.epub'), join(root, 'link.epub'));
    await symlink(join(outside, 'out.epub'), join(root, 'escape.epub'));
    await symlink(root, join(root, 'loop'));
    await symlink(join(root, 'nowhere'), join(root, 'dangling.epub'));
    const { files: found } = await list();
    expect(found.map(({ path }) => path).sort()).toEqual(['in.epub', 'link.epub']);
    expect(await files.inspect(root, 'escape.epub')).toBeUndefined();
    expect(await files.inspect(root, 'link.epub')).toBeDefined();
    await rm(outside, { recursive: true });
  });

  it('is unavailable, not empty, when it is not there', async () => {
    await expect(list({ root: join(root, 'gone') })).rejects.toMatchObject({ code: 'library.unavailable' });
    await expect(files.fileSystemOf(join(root, 'gone'))).rejects.toMatchObject({ code: 'library.unavailable' });
    expect(await files.fileSystemOf(root)).toMatch(/^\d+$/);
  });

  it.each(['../x.epub', '/etc/passwd', 'a/../../x', ''])('never opens %j', (path) => {
    // an absolute path is taken as one below the folder, like every other
    if (path.startsWith('/')) expect(files.locate(root, path)).toBe(join(root, path));
    else expect(() => files.locate(root, path)).toThrow(DomainError);
  });

  it('passes over what is no file, and pipes do not hold it up', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.epub')]);
    const server = createServer().listen(join(root, 'socket.epub'));
    await once(server, 'listening');
    await mkdir(join(root, 'folder.epub'));
    await writeFile(join(root, 'file.epub'), 'x');
    expect((await list()).files.map(({ path }) => path)).toEqual(['file.epub']);
    expect(await files.inspect(root, 'pipe.epub')).toBeUndefined();
    await expect(files.open(root, 'pipe.epub')).rejects.toMatchObject({ code: 'file.vanished' });
    server.close();
  });

  it('says which names are not UTF-8, and lists the others', async () => {
    await writeFile(Buffer.concat([Buffer.from(join(root, 'caf')), Buffer.from([0xe9]), Buffer.from('.epub')]), 'x');
    await writeFile(join(root, 'cafe\u0301.epub'), 'x');
    await writeFile(join(root, 'caf\u00e9.epub'), 'x');
    const { files: found, unreadable } = await list();
    expect(found.map(({ path }) => path).sort()).toEqual(['cafe\u0301.epub', 'caf\u00e9.epub']);
    expect(unreadable).toEqual([{ path: 'caf\ufffd.epub', reason: 'its name is not UTF-8' }]);
  });

  it('leaves alone folders that ask for it', async () => {
    await mkdir(join(root, 'mine/deep'), { recursive: true });
    await writeFile(join(root, 'mine/.ignore'), '');
    await writeFile(join(root, 'mine/deep/x.epub'), 'x');
    expect(await list()).toEqual({ files: [], unreadable: [], passedOver: ['mine'] });
  });

  it('walks wide and deep folders to their ends', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `${n % 7}/${n % 5}/${n % 3}/${n}.epub`);
    for (const name of names) {
      await mkdir(join(root, name, '..'), { recursive: true });
      await writeFile(join(root, name), 'x');
    }
    expect((await list()).files.map(({ path }) => path).sort()).toEqual(names.sort());
  });

  it('stops listing when it is told to', async () => {
    await mkdir(join(root, 'a'));
    await expect(list({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
  });
});

describe('an open file', () => {
  it('gives any range, and fewer bytes at its end', async () => {
    await writeFile(join(root, 'f'), 'hello');
    const file = await openFile(join(root, 'f'));
    expect(Buffer.from(await file.read(1, 3)).toString()).toBe('ell');
    expect(Buffer.from(await file.read(4, 10)).toString()).toBe('o');
    expect((await file.read(9, 2)).length).toBe(0);
    await file.close();
  });

  it('notices that it changed since it was opened', async () => {
    await writeFile(join(root, 'f'), 'hello');
    const file = await openFile(join(root, 'f'));
    await file.assertUnchanged();
    await writeFile(join(root, 'f'), 'hello, again');
    await expect(file.assertUnchanged()).rejects.toMatchObject({ code: 'file.settling', kind: 'unavailable' });
    await file.close();
  });

  it.each([
    ['', '2d06800538d394c2'],
    ['a', 'e6c632b61e964e1f'],
    ['abc', '78af5f94892f3950'],
  ])('has the fingerprint that XXH3 is published with: %j', (text, fingerprint) => {
    expect(fingerprintOfBytes(text)).toBe(fingerprint);
  });

  it('has one fingerprint, however it is read, and another for one other byte', async () => {
    const bytes = Buffer.alloc(3_000_000, 'abc');
    await writeFile(join(root, 'f'), bytes);
    const file = await openFile(join(root, 'f'));
    expect(await fingerprintOf(file)).toBe(fingerprintOfBytes(bytes));
    bytes[2_999_999] = 0;
    expect(fingerprintOfBytes(bytes)).not.toBe(await fingerprintOf(file));
    await file.close();
  });

  it.each([
    ['ENOENT', 'file.vanished'],
    ['ESTALE', 'file.vanished'],
    ['EACCES', 'file.forbidden'],
    ['EIO', 'file.vanished'],
  ])('that fails with %s is %s, and may be read later', (errno, code) => {
    const problem = problemOf(Object.assign(new Error(errno), { code: errno }), 'x');
    expect([problem.code, problem.kind]).toEqual([code, 'unavailable']);
  });
});

describe('files of our own', () => {
  it('are there whole or not at all', async () => {
    const data = new DataFiles(root);
    await data.writeBytes(['covers', 'ab', 'one'], Buffer.from('1'));
    expect(await data.size(['covers', 'ab', 'one'])).toBe(1);
    const failing = Array.from({ length: 20 }, () =>
      data.write(['covers', 'ab', 'two'], async (draft) => {
        await writeFile(draft, 'half');
        throw new Error('broken off');
      }),
    );
    for (const result of await Promise.allSettled(failing)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'broken off' } });
    }
    expect(await readdir(join(root, 'covers', 'ab'))).toEqual(['one']);
    expect(await data.size(['covers', 'ab', 'two'])).toBeUndefined();
  });

  it('leave no drafts of killed processes behind for ever', async () => {
    const data = new DataFiles(root);
    await data.writeBytes(['converted', 'ab', 'kept'], Buffer.from('1'));
    await writeFile(join(root, 'converted', 'ab', 'x.123.tmp'), 'half');
    await mkdir(join(root, 'converted', 'ab', '.kepubify-Ab12'));
    await writeFile(join(root, 'converted', 'ab', '.kepubify-Ab12', 'source.epub'), '');
    expect(await data.removeDrafts(['converted'], 60_000)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await data.removeDrafts(['converted'], 5)).toBe(2);
    expect(await readdir(join(root, 'converted', 'ab'))).toEqual(['kept']);
    expect(await data.removeDrafts(['nothing', 'here'], 5)).toBe(0);
  });

  it('take the place of an older one at once', async () => {
    const data = new DataFiles(root);
    await Promise.all(['1', '22', '333'].map((text) => data.writeBytes(['x'], Buffer.from(text))));
    expect([1, 2, 3]).toContain(await data.size(['x']));
    expect(await readdir(root)).toEqual(['x']);
  });

  it('say why when they cannot be written', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(new DataFiles(join(root, 'file')).writeBytes(['x'], Buffer.from('1'))).rejects.toThrow(
      /ENOTDIR|EEXIST/,
    );
  });
});
