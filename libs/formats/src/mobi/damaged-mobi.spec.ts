import { bytesAccess } from '@octavo/domain';
import { aMobi } from '@octavo/testing';
import fc from 'fast-check';
import { readBook } from '../readers.js';

const emma = () => aMobi().titled('Emma').by('Jane Austen').withCover().withText('Emma Woodhouse, '.repeat(600));
const draftOf = async (bytes: Uint8Array) => (await readBook(bytesAccess(bytes), 'book.mobi')).draft;

describe('a damaged Kindle book', () => {
  const changed = (book: Uint8Array, change: (bytes: Buffer, recordStart: number) => void) => {
    const bytes = Buffer.from(book);
    change(bytes, bytes.readUInt32BE(78));
    return bytes;
  };

  it.each<[string, (bytes: Buffer, record: number) => void]>([
    ['with no records', (bytes) => bytes.writeUInt16BE(0, 76)],
    ['with more records than it has room for', (bytes) => bytes.writeUInt16BE(0xffff, 76)],
    ['whose first record lies beyond its end', (bytes) => bytes.writeUInt32BE(0x7fffffff, 78)],
    ['whose first record lies in the table', (bytes) => bytes.writeUInt32BE(80, 78)],
    ['whose first record is after its second', (bytes) => bytes.writeUInt32BE(bytes.readUInt32BE(86) + 1, 78)],
    ['without a MOBI header', (bytes, record) => bytes.fill(0, record + 16, record + 20)],
  ])('%s is a problem', async (_, change) => {
    await expect(draftOf(changed(emma().build(), change))).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('with a lying count of fields keeps those that are there', async () => {
    const book = changed(emma().build(), (bytes) => bytes.writeUInt32BE(0xffffffff, bytes.indexOf('EXTH') + 8));
    const draft = await draftOf(book);
    expect(draft).toMatchObject({ title: 'Emma', contributors: [{ name: 'Jane Austen' }] });
    expect(draft.warnings).toEqual([expect.stringMatching(/breaks off/)]);
  });

  it.each([0, 7, 0x7fffffff])('with a field of length %i keeps its title', async (length) => {
    const book = changed(emma().build(), (bytes) => bytes.writeUInt32BE(length, bytes.indexOf('EXTH') + 16));
    expect(await draftOf(book)).toMatchObject({ title: 'Emma', warnings: [expect.stringMatching(/breaks off/)] });
  });

  it('whose last field is longer than the record loses that alone', async () => {
    const book = changed(aMobi().titled('Emma').by('Jane Austen').build(), (bytes) =>
      bytes.writeUInt32BE(0x7fffffff, bytes.indexOf('EXTH') + 16),
    );
    expect(await draftOf(book)).toMatchObject({ contributors: [], warnings: [expect.stringMatching(/breaks off/)] });
  });

  it('whose EXTH header is gone says so', async () => {
    const book = changed(emma().build(), (bytes) => bytes.write('XXXX', bytes.indexOf('EXTH')));
    expect(await draftOf(book)).toMatchObject({ title: 'Emma', warnings: [expect.stringMatching(/not where/)] });
  });

  it('is read in time and as a draft or a problem, whatever its numbers are', async () => {
    const book = emma().joint().build();
    const start = Buffer.from(book).readUInt32BE(78);
    const at = fc.oneof(fc.integer({ min: 60, max: start - 4 }), fc.integer({ min: start, max: start + 330 }));
    const number = fc.constantFrom(0, 1, 7, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(at, number), { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(book);
        for (const [place, value] of changes) bytes.writeUInt32BE(value, place);
        const outcome = await draftOf(bytes).catch((error: unknown) => error);
        expect(outcome).toHaveProperty(outcome instanceof Error ? 'code' : 'warnings');
      }),
      { numRuns: 400 },
    );
  });
});
