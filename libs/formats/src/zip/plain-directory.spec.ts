import { bytesAccess } from '@octavo/domain';
import { aZip } from '@octavo/testing';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { readPlainDirectory } from './plain-directory.js';

const MOST = 1 << 20;

/** What a reader of any zip tells of the same bytes. */
async function wholly(bytes: Uint8Array): Promise<object[]> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { strictness: 'tolerant', useWebWorkers: false });
  return (await zip.getEntries()).map((entry) => ({
    filename: entry.filename,
    uncompressedSize: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    compressionMethod: entry.compressionMethod,
    crc32: entry.crc32,
    encrypted: entry.encrypted,
    directory: entry.directory,
    offset: entry.offset,
    rawFilename: { length: entry.rawFilename.length },
    rawExtraField: { length: entry.rawExtraField.length },
  }));
}

const zipOf = (files: [string, string, boolean][]) =>
  files.reduce((zip, [name, content, utf8]) => zip.with(name, content, { utf8 }), aZip()).build();

/** A zip of one file "a" with an extra field in its directory. */
function zipWithExtra(extra: number[]): Uint8Array {
  const bytes = Buffer.from(aZip().with('a', 'x').build());
  const end = bytes.byteLength - 22;
  const whole = Buffer.concat([bytes.subarray(0, end), Buffer.from(extra), bytes.subarray(end)]);
  whole.writeUInt16LE(extra.length, end - 47 + 30);
  whole.writeUInt32LE(47 + extra.length, whole.byteLength - 10);
  return whole;
}

const name = fc.oneof(
  fc.constantFrom('a', 'b/', '../c', 'é.xhtml', '\ufeffbom', 'a\\b', ''),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const files = fc.array(fc.tuple(name, fc.constantFrom('', 'x', 'y'.repeat(99)), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});

describe('a plain directory', () => {
  it('is told as a reader of every zip tells it, or not at all', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(files, async (listed) => {
        const bytes = zipOf(listed);
        const plain = await readPlainDirectory(bytesAccess(bytes), MOST);
        if (!plain) return;
        told += 1;
        expect(plain).toEqual(await wholly(bytes));
      }),
    );
    expect(told).toBeGreaterThan(20);
  });

  it('is told no otherwise when anything in it is damaged', async () => {
    const bytes = zipOf([
      ['mimetype', 'application/epub+zip', true],
      ['OEBPS/a.xhtml', 'a'.repeat(500), true],
    ]);
    const start = bytes.byteLength - 22 - 46 * 2 - 'mimetypeOEBPS/a.xhtml'.length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: start, max: bytes.byteLength - 1 }), fc.nat(255), async (at, value) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = value;
        const plain = await readPlainDirectory(bytesAccess(damaged), MOST);
        if (plain) expect(plain).toEqual(await wholly(damaged));
      }),
      { numRuns: 500 },
    );
  });

  it('may have extra fields that change nothing of it', async () => {
    const bytes = zipWithExtra([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]);
    const plain = await readPlainDirectory(bytesAccess(bytes), MOST);
    expect(plain).toEqual(await wholly(bytes));
    expect(plain?.[0]?.rawExtraField.length).toBe(9);
  });

  it.each<[string, Uint8Array]>([
    ['with a field that names a file otherwise', zipWithExtra([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x62])],
    ['with a field that is cut off', zipWithExtra([0x55, 0x54, 9, 0, 1])],
    ['with a comment', aZip().with('a', 'x').withComment('by hand').build()],
    ['with bytes before it', Buffer.concat([Buffer.alloc(9), aZip().with('a', 'x').build()])],
    ['with bytes behind it', Buffer.concat([aZip().with('a', 'x').build(), Buffer.alloc(9)])],
    ['with an encrypted file', aZip().with('a', 'x', { encrypted: true }).build()],
    [
      'with a name in an old code page',
      aZip()
        .with(Buffer.from([0x9a]), 'x', { utf8: false })
        .build(),
    ],
    ['of no files', aZip().build()],
    ['that is none', Buffer.from('no archive, but long enough for the end of one')],
    ['that is shorter than its end', Buffer.from('PK')],
  ])('is left to that reader for a zip %s', async (_name, bytes) => {
    expect(await readPlainDirectory(bytesAccess(bytes), MOST)).toBeUndefined();
  });
});
