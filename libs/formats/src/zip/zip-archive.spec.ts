import { bytesAccess, DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { aZip, type ZipBuilder } from '@octavo/testing';
import { countedAccess } from '../testing/counted-access.js';
import type { ArchiveLimits } from './archive-limits.js';
import { ZipArchive } from './zip-archive.js';

const open = (zip: ZipBuilder, limits?: Partial<ArchiveLimits>) => ZipArchive.open(bytesAccess(zip.build()), limits);

async function read(archive: ZipArchive, name: string, maxBytes?: number): Promise<string> {
  const entry = archive.find(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  return Buffer.from(await archive.bytes(entry, maxBytes)).toString();
}

const LONG = 'The quick brown fox. '.repeat(100);
const noise = (bytes: number) =>
  Uint8Array.from({ length: bytes }, (_, at) => (Math.imul(at + 1, 0x9e3779b1) >>> 13) & 0xff);

describe('an archive', () => {
  it('gives its entries in order, packed and stored', async () => {
    const archive = await open(aZip().with('b', LONG).with('a', 'short').with('c/', ''));
    expect(archive.entries.map(({ name, method, directory }) => [name, method, directory])).toEqual([
      ['b', 8, false],
      ['a', 0, false],
      ['c/', 0, true],
    ]);
    expect(await read(archive, 'b')).toBe(LONG);
    expect(await read(archive, 'a')).toBe('short');
  });

  it('gives the packed bytes as they are', async () => {
    const archive = await open(aZip().with('b', LONG));
    const [entry] = archive.entries;
    const packed = await archive.compressed(entry!);
    expect(packed.byteLength).toBe(entry!.compressedSize);
    expect(packed.byteLength).toBeLessThan(LONG.length / 10);
  });

  it.each([
    ['UTF-8 without saying so', Buffer.from('Überschrift.xhtml'), 'Überschrift.xhtml'],
    ['code page 437', Buffer.from([0x9a, 0x62, 0x65, 0x72]), 'Über'],
  ])('reads names in %s', async (_, raw, name) => {
    const archive = await open(aZip().with(raw, 'x', { utf8: false }));
    expect(archive.entries[0]?.name).toBe(name);
  });

  it('takes the first of two entries with one name', async () => {
    expect(await read(await open(aZip().with('a', 'first').with('a', 'second')), 'a')).toBe('first');
  });

  it('opens with a comment, with bytes before it and with bytes behind it', async () => {
    const bytes = aZip().with('a', LONG).withComment('made by hand').build();
    for (const [before, behind] of [
      [0, 0],
      [1000, 0],
      [0, 5000],
    ] as const) {
      const archive = await ZipArchive.open(
        bytesAccess(Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(behind)])),
      );
      expect(await read(archive, 'a')).toBe(LONG);
    }
  });
});

describe('the cost of reading an archive', () => {
  const zip = aZip();
  for (let n = 0; n < 50; n++) zip.with(`page-${n}`, noise(20_000), { stored: true });
  const bytes = zip.build();

  it('is one read to open it, and one for each entry', async () => {
    const source = countedAccess(bytes);
    const archive = await ZipArchive.open(source);
    expect(source.reads).toHaveLength(1);
    expect(source.reads[0]!.length).toBeLessThanOrEqual(65_557);
    await archive.bytes(archive.entries[0]!);
    await archive.bytes(archive.entries[7]!);
    expect(source.reads).toHaveLength(3);
    expect(source.reads[2]!.length).toBeLessThan(20_300);
  });

  it('is nothing more for what the first read has brought along', async () => {
    const source = countedAccess(bytes);
    const archive = await ZipArchive.open(source);
    await archive.bytes(archive.entries[49]!);
    expect(source.reads).toHaveLength(1);
  });

  it('is two reads for an entry whose local header is longer than the directory says', async () => {
    const plain = aZip().with('a', noise(200), { stored: true }).build();
    const extra = Buffer.alloc(300);
    const padded = Buffer.concat([plain.subarray(0, 31), extra, plain.subarray(31)]);
    padded.writeUInt16LE(extra.byteLength, 28);
    const endRecord = padded.byteLength - 22;
    padded.writeUInt32LE(padded.readUInt32LE(endRecord + 16) + extra.byteLength, endRecord + 16);
    const archive = await ZipArchive.open(bytesAccess(padded));
    expect(Buffer.from(await archive.bytes(archive.entries[0]!))).toEqual(Buffer.from(noise(200)));
  });
});

describe('a hostile archive', () => {
  const refusal = (archive: Promise<unknown>) =>
    archive.then(
      () => 'accepted',
      (error: DomainError) => error.code,
    );
  const MIB = 1024 * 1024;

  it('loses the entries that climb out, and keeps the rest', async () => {
    const archive = await open(aZip().with('../../etc/passwd', 'x').with('C:\\boot.ini', 'x').with('ok', 'fine'));
    expect(archive.entries.map(({ name }) => name)).toEqual(['ok']);
    expect(archive.refused).toEqual(['../../etc/passwd', 'C:\\boot.ini']);
    expect(archive.find('../../etc/passwd')).toBeUndefined();
    expect(archive.find('etc/passwd')).toBeUndefined();
  });

  it('is refused when all of it climbs out', async () => {
    expect(await refusal(open(aZip().with('../a', 'x')))).toBe('archive.climbs-out');
  });

  it('is refused with more entries than a book has', async () => {
    const zip = aZip();
    for (let n = 0; n < 11; n++) zip.with(`${n}`, 'x');
    expect(await refusal(open(zip, { entries: 10 }))).toBe('archive.bomb');
    expect(await refusal(open(zip, { entries: 11 }))).toBe('accepted');
  });

  it('is refused when its entries share their bytes', async () => {
    const zip = aZip().with('a', noise(1000), { stored: true, claims: { compressedSize: 100_000 } });
    expect(await refusal(open(zip))).toBe('archive.bomb');
  });

  it.each([
    ['says how large it is', {}],
    ['says it is small', { size: 1000 }],
    ['says it is empty', { size: 0 }],
  ])('cannot unpack a bomb that %s', async (_, claims) => {
    const archive = await open(aZip().withBomb('bomb', 8 * MIB, claims));
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(archive.bytes(archive.entries[0]!))).toBe('archive.bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * MIB);
  });

  it('does not unpack to more than it says, however little that is', async () => {
    const archive = await open(aZip().with('a', LONG, { claims: { size: LONG.length - 1 } }));
    expect(await refusal(archive.bytes(archive.entries[0]!))).toBe('archive.bomb');
  });

  it('may unpack 1 MiB of zeros, which is small whatever its ratio', async () => {
    const archive = await open(aZip().withBomb('zeros', MIB));
    expect(await archive.bytes(archive.entries[0]!)).toHaveLength(MIB);
  });

  it('is stopped at the limit of the caller, of an entry and of all entries together', async () => {
    const zip = aZip().with('a', LONG).with('b', LONG);
    const [a, b] = (await open(zip)).entries;
    const byCaller = await open(zip);
    expect(await refusal(byCaller.bytes(byCaller.entries[0]!, 100))).toBe('archive.bomb');
    const byEntry = await open(zip, { entryBytes: 100 });
    expect(await refusal(byEntry.bytes(byEntry.entries[0]!))).toBe('archive.bomb');
    const together = await open(zip, { totalBytes: a!.size + b!.size - 1 });
    expect(await refusal(together.bytes(together.entries[0]!))).toBe('accepted');
    expect(await refusal(together.bytes(together.entries[1]!))).toBe('archive.bomb');
  });

  it('with a zip password gives its names but not its contents', async () => {
    const archive = await open(aZip().with('a', LONG, { encrypted: true }));
    expect(archive.entries[0]).toMatchObject({ name: 'a', encrypted: true });
    expect(await refusal(archive.bytes(archive.entries[0]!))).toBe('format.encrypted');
  });

  it.each([
    ['a wrong checksum', { crc32: 1 }],
    ['a packing nobody knows', { method: 99 }],
    ['deflate that is none', { method: 8, crc32: 0 }],
  ])('is damaged with %s', async (what, claims) => {
    const stored = what === 'deflate that is none';
    const archive = await open(aZip().with('a', stored ? noise(500) : LONG, { stored, claims }));
    expect(await refusal(archive.bytes(archive.entries[0]!))).toBe('file.unreadable');
  });

  it('is damaged when cut off anywhere', async () => {
    const bytes = aZip().with('a', LONG).with('b', noise(300)).build();
    for (let length = 1; length < bytes.byteLength; length++)
      expect(await refusal(ZipArchive.open(bytesAccess(bytes.subarray(0, length))))).toBe('file.unreadable');
    expect(await refusal(ZipArchive.open(bytesAccess(new Uint8Array())))).toBe('file.empty');
  });

  it('never ends in anything but a DomainError, whichever bytes are changed', async () => {
    const bytes = aZip().with('a', LONG).with('b', noise(300)).with('c', LONG).build();
    const changes = fc.array(fc.tuple(fc.nat(bytes.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const broken = Uint8Array.from(bytes);
        for (const [at, value] of changed) broken[at] = value;
        const outcome = await ZipArchive.open(bytesAccess(broken))
          .then((archive) => Promise.all(archive.entries.map((entry) => archive.bytes(entry))))
          .catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DomainError);
      }),
      { numRuns: 400 },
    );
  });

  it('does not hide why its source cannot be read', async () => {
    const bytes = aZip().with('a', LONG).build();
    const source = { size: bytes.byteLength, read: () => Promise.reject(new DomainError('file.vanished')) };
    expect(await refusal(ZipArchive.open(source))).toBe('file.vanished');
    const broken = { size: bytes.byteLength, read: () => Promise.reject(new Error('EIO')) };
    await expect(ZipArchive.open(broken)).rejects.toThrow('EIO');
  });
});
