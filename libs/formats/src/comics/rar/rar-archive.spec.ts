import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { aRar, type RarBuilder } from '@octavo/testing';
import fc from 'fast-check';
import { countedAccess } from '../../testing/counted-access.js';
import { RarArchive } from './rar-archive.js';

const TEXT = 'It was a dark and stormy night. '.repeat(40);
const MAX = 1_000_000;

const open = (archive: RarBuilder) => RarArchive.open(bytesAccess(archive.build()));

async function textOf(archive: RarArchive, name: string, max = MAX): Promise<string> {
  const entry = archive.entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`There is no "${name}".`);
  return archive.bytes(entry, max).then(
    (bytes) => Buffer.from(bytes).toString(),
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );
}

describe.each([4, 5] as const)('a RAR %s archive', (version) => {
  const mixed = () =>
    aRar(version)
      .with('stored.txt', TEXT)
      .with('a/packed.txt', `packed ${TEXT}`, { packed: true })
      .with('a/solid.txt', `solid ${TEXT}`, { solid: true })
      .with('a/solid too.txt', `solid too ${TEXT}`, { solid: true })
      .with('Élan – 一.txt', 'x');

  it('is listed by its headers', async () => {
    const { entries, complete, drm, warnings } = await open(mixed());
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['stored.txt', 1280],
      ['a/packed.txt', 1287],
      ['a/solid.txt', 1286],
      ['a/solid too.txt', 1290],
      ['Élan – 一.txt', 1],
    ]);
    expect({ complete, drm, warnings }).toEqual({ complete: true, drm: undefined, warnings: [] });
  });

  it.each([
    ['stored.txt', TEXT],
    ['a/packed.txt', `packed ${TEXT}`],
    ['a/solid.txt', `solid ${TEXT}`],
    ['a/solid too.txt', `solid too ${TEXT}`],
    ['Élan – 一.txt', 'x'],
  ])('gives the bytes of %s', async (name, text) => expect(await textOf(await open(mixed()), name)).toBe(text));

  it('unpacks for several at once', async () => {
    const archives = await Promise.all(
      Array.from({ length: 8 }, (_, n) => open(aRar(version).with('a', `${n} ${TEXT}`, { packed: true }))),
    );
    expect(await Promise.all(archives.map((archive) => textOf(archive, 'a')))).toEqual(
      Array.from({ length: 8 }, (_, n) => `${n} ${TEXT}`),
    );
  });

  it('is read in few bytes, however much it holds', async () => {
    const archive = aRar(version);
    for (let page = 0; page < 20; page++) archive.with(`${page}.png`, new Uint8Array(100_000).fill(page));
    const source = countedAccess(archive.build());
    const opened = await RarArchive.open(source);
    expect(opened.entries).toHaveLength(20);
    expect(source.reads.length).toBeLessThanOrEqual(22);
    expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(100_000);
    const [, second] = opened.entries;
    if (second === undefined) throw new Error('There is no second page.');
    expect(Buffer.compare(await opened.bytes(second, MAX), new Uint8Array(100_000).fill(1))).toBe(0);
    expect(source.reads.at(-1)?.length).toBe(100_000);
  });

  it('lists many small files by few ranges', async () => {
    const archive = aRar(version);
    for (let page = 0; page < 1000; page++) archive.with(`${page}.txt`, 'x');
    const source = countedAccess(archive.build());
    expect((await RarArchive.open(source)).entries).toHaveLength(1000);
    expect(source.reads.length).toBeLessThan(30);
  });

  it.each<[string, Parameters<RarBuilder['with']>[2], string]>([
    ['stored with a wrong checksum', { claims: { crc32: 7 } }, 'file.unreadable'],
    ['packed with a wrong checksum', { packed: true, claims: { crc32: 7 } }, 'file.unreadable'],
    ['stored in another length than it claims', { claims: { size: 7 } }, 'file.unreadable'],
    ['packed to less than it claims', { packed: true, claims: { size: 2000 } }, 'file.unreadable'],
    ['packed to more than it claims', { packed: true, claims: { size: 7 } }, 'file.unreadable'],
    ['solid without anything before it', { solid: true }, 'file.unreadable'],
    ['said to be huge', { claims: { size: 0xfffffffe } }, 'archive.bomb'],
    ['packed from something huge', { packed: true, claims: { size: 0xfffffffe } }, 'archive.bomb'],
    ['locked', { encrypted: true }, 'format.encrypted'],
    ['locked and packed', { encrypted: true, packed: true }, 'format.encrypted'],
  ])('gives no bytes of a file that is %s, and works on', async (_, options, code) => {
    const archive = await open(aRar(version).with('a', TEXT, options).with('b', TEXT, { packed: true }));
    expect(await textOf(archive, 'a')).toBe(code);
    expect(await textOf(archive, 'b')).toBe(TEXT);
  });

  it('gives no more bytes than asked for', async () => {
    const archive = await open(mixed());
    expect(await textOf(archive, 'stored.txt', 1279)).toBe('archive.bomb');
    expect(await textOf(archive, 'a/packed.txt', 1286)).toBe('archive.bomb');
    expect(await textOf(archive, 'a/packed.txt', 1287)).toBe(`packed ${TEXT}`);
  });

  it('does not unpack a mountain to reach a mouse', async () => {
    const archive = aRar(version).with('big', TEXT, { packed: true, claims: { size: 270_000_000 } });
    expect(await textOf(await open(archive.with('small', 'x', { solid: true })), 'small')).toBe('archive.bomb');
  });

  it('does not unpack what builds upon a locked file', async () => {
    const archive = aRar(version).with('a', TEXT, { packed: true, encrypted: true });
    expect(await textOf(await open(archive.with('b', TEXT, { solid: true })), 'b')).toBe('format.encrypted');
  });

  it('says so when a file in it, or its very list, is locked', async () => {
    expect((await open(mixed().with('z', 'x', { encrypted: true }))).drm).toBe('password');
    expect(await open(mixed().withLockedHeaders())).toMatchObject({ drm: 'password', complete: false, entries: [] });
  });

  it('gives what is whole in a volume of a set, and says that there is more', async () => {
    const archive = await open(aRar(version).asVolume().with('a', TEXT).with('b', TEXT, { split: true }));
    expect(archive.complete).toBe(false);
    expect(archive.warnings).toEqual(['The archive is one of a set of volumes; the pages in the others are missing.']);
    expect(await textOf(archive, 'a')).toBe(TEXT);
    expect(await textOf(archive, 'b')).toBe('file.unreadable');
  });

  it('leaves out names that lead outside, with a warning', async () => {
    const archive = await open(aRar(version).with('../../etc/passwd', 'x').with('a\\..\\b', TEXT, { packed: true }));
    expect(archive.entries.map(({ name }) => name)).toEqual(['b']);
    expect(archive.warnings).toEqual(['Left out 1 files whose names lead outside the archive.']);
    expect(await textOf(archive, 'b')).toBe(TEXT);
  });

  it('is read as far as its headers are whole', async () => {
    const bytes = Buffer.from(mixed().build());
    bytes.fill(0, bytes.indexOf('a/solid.txt'), bytes.indexOf('a/solid.txt') + 4);
    const archive = await RarArchive.open(bytesAccess(bytes));
    expect(archive.entries.map(({ name }) => name)).toEqual(['stored.txt', 'a/packed.txt']);
    expect(archive.complete).toBe(false);
    expect(archive.warnings).toEqual(['The archive is damaged, and what follows the damage cannot be found.']);
  });

  it('is read as far as it goes wherever it is cut off, and says so', async () => {
    const names = ['stored.txt', 'packed.txt'];
    const bytes = aRar(version).with('stored.txt', 'x').with('packed.txt', 'x', { packed: true }).build();
    const whole = names.map((name) => Buffer.from(bytes).indexOf(name));
    for (let length = 1; length < bytes.byteLength; length++) {
      const outcome = await RarArchive.open(bytesAccess(bytes.subarray(0, length))).catch((error: unknown) => error);
      if (!(outcome instanceof RarArchive)) {
        expect(outcome).toMatchObject({ code: 'file.unreadable' });
        expect(length).toBeLessThan((whole[0] ?? 0) + 'stored.txt'.length + 1);
        continue;
      }
      expect(outcome.entries.map(({ name }) => name)).toEqual(names.slice(0, outcome.entries.length));
      expect(outcome.complete).toBe(false);
      expect(outcome.warnings).toEqual(['The archive is cut off, and the files at its end are lost.']);
      expect(await textOf(outcome, 'stored.txt')).toBe('x');
      if (outcome.entries.length === 2) expect(await textOf(outcome, 'packed.txt')).toBe('x');
    }
  });

  it('may have anything behind its end', async () => {
    const archive = await RarArchive.open(bytesAccess(Buffer.concat([mixed().build(), Buffer.alloc(5000, 7)])));
    expect(archive).toMatchObject({ complete: true, warnings: [] });
    expect(archive.entries).toHaveLength(5);
  });

  it('lets failures of the source through, while it lists and while it unpacks', async () => {
    const bytes = aRar(version).with('a', TEXT.repeat(10), { packed: true }).build();
    const vanished = new DomainError('file.vanished');
    let fails = false;
    const source: RandomAccess = {
      size: bytes.byteLength,
      read: (at, length) => (fails ? Promise.reject(vanished) : Promise.resolve(bytes.subarray(at, at + length))),
    };
    const archive = await RarArchive.open(source);
    fails = true;
    await expect(RarArchive.open(source)).rejects.toBe(vanished);
    await expect(archive.bytes(archive.entries[0]!, MAX)).rejects.toBe(vanished);
    fails = false;
    expect(await textOf(archive, 'a')).toBe(TEXT.repeat(10));
  });

  it('gives bytes or a problem, whatever happened to the packed data', async () => {
    const bytes = mixed().build();
    const change = fc.tuple(fc.nat(bytes.byteLength - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        let current = bytes;
        const archive = await RarArchive.open({
          size: bytes.byteLength,
          read: (at, length) => Promise.resolve(current.subarray(at, at + length)),
        });
        current = Uint8Array.from(bytes);
        for (const [at, value] of changes) current[at] = value;
        for (const { name } of archive.entries) expect(typeof (await textOf(archive, name))).toBe('string');
      }),
      { numRuns: 100 },
    );
    expect(await textOf(await open(mixed()), 'a/solid.txt')).toBe(`solid ${TEXT}`);
  });
});

describe('a RAR archive of either generation', () => {
  it('needs no end block when it is older than that', async () => {
    expect(await open(aRar(4).with('a.txt', TEXT).withoutEnd())).toMatchObject({ complete: true, warnings: [] });
  });

  it('is cut off in the middle of a file, even without an end block', async () => {
    const bytes = aRar(4).with('whole.txt', 'x').with('a.txt', TEXT).withoutEnd().build();
    for (const missing of [1, 1000, 1279, 1281]) {
      const { entries, complete } = await RarArchive.open(bytesAccess(bytes.subarray(0, -missing)));
      expect({ names: entries.map(({ name }) => name), complete }).toEqual({ names: ['whole.txt'], complete: false });
    }
  });

  it('never sets memory aside by what a header claims', async () => {
    const archive = await open(aRar(5).with('a', TEXT, { packed: true, dictionary: 15 })); // 4 GiB
    const before = process.memoryUsage().rss;
    expect(await textOf(archive, 'a')).toBe(TEXT);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('is told from other files by its first bytes', async () => {
    const nothing = [
      Buffer.from('Rar!'),
      Buffer.from('Rar!\x1a\x07\x02\x00', 'latin1'),
      Buffer.alloc(500),
      Buffer.from('PK'),
    ];
    for (const bytes of nothing)
      await expect(RarArchive.open(bytesAccess(bytes))).rejects.toMatchObject({ code: 'file.unreadable' });
    await expect(RarArchive.open(bytesAccess(new Uint8Array()))).rejects.toMatchObject({ code: 'file.empty' });
  });

  it('may not list files without end', async () => {
    const one = aRar(4).with('a', '').build();
    const [start, block, end] = [one.subarray(0, 20), one.subarray(20, -7), one.subarray(-7)];
    const bytes = Buffer.concat([start, ...Array.from({ length: 50_001 }, () => block), end]);
    await expect(RarArchive.open(bytesAccess(bytes))).rejects.toMatchObject({ code: 'archive.bomb' });
  });
});
