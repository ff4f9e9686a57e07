import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { anFb2, aZip, type Fb2Builder } from '@octavo/testing';
import { readBook } from '../readers.js';
import { countedAccess } from '../testing/counted-access.js';
import { fb2Reader } from './fb2-reader.js';

const emma = () => anFb2().titled('Emma').by({ first: 'Jane', last: 'Austen' }).withCover();

describe('a large FB2', () => {
  const MIB = 1024 * 1024;
  const large = (mebibytes: number) =>
    emma().withBody(`<section><p>${'lorem ipsum '.repeat((mebibytes * MIB) / 12)}</p></section>`);

  it('is read block by block, and only as far as the cover', async () => {
    const bytes = Buffer.concat([
      large(8).build().subarray(0, -'</FictionBook>'.length),
      Buffer.alloc(12 * MIB, ' '),
      Buffer.from('</FictionBook>'),
    ]);
    const source = countedAccess(bytes);
    const draft = await fb2Reader.read(source, 'large.fb2');
    expect(draft.cover).toMatchObject({ width: 400, height: 600 });
    expect(Math.max(...source.reads.map(({ length }) => length))).toBeLessThanOrEqual(MIB);
    expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(10 * MIB);
  });

  it.each([
    ['in a zip', (book: Fb2Builder) => book.zipped()],
    ['in gzip', (book: Fb2Builder) => book.gzipped()],
  ])('%s is unpacked piece by piece', async (_, packed) => {
    expect((await readBook(bytesAccess(packed(large(4)).build()), 'large.fbz')).draft).toMatchObject({
      title: 'Emma',
      cover: { width: 400 },
    });
  });

  it('stops looking for a cover after 128 MiB', async () => {
    const start = Buffer.from(
      anFb2().titled('Endless').withTitleInfo('<coverpage><image l:href="#c"/></coverpage>').xml(),
    );
    const end = Buffer.from('</FictionBook>');
    const size = 10 * 1024 * MIB;
    let asked = 0;
    const blank = Buffer.alloc(MIB, ' ');
    const source: RandomAccess = {
      size,
      read(offset, length) {
        asked += length;
        if (offset === 0)
          return Promise.resolve(Buffer.concat([start.subarray(0, -end.length), blank]).subarray(0, length));
        return Promise.resolve(
          offset + length === size
            ? Buffer.concat([blank.subarray(0, length - end.length), end])
            : blank.subarray(0, length),
        );
      },
    };
    expect(await fb2Reader.read(source, 'a.fb2')).toMatchObject({
      title: 'Endless',
      warnings: [/not in/].map((one) => expect.stringMatching(one)),
    });
    expect(asked).toBeLessThan(130 * MIB);
  });

  it('of nothing but blanks ends after the first blocks', async () => {
    const source = countedAccess(Buffer.alloc(20 * MIB, ' '));
    await expect(fb2Reader.read(source, 'a.fb2')).rejects.toMatchObject({ code: 'file.unreadable' });
    expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(2 * MIB);
  });

  it('that fills its zip beyond what is held in memory is refused', async () => {
    const zip = aZip()
      .with('a.fb2', Buffer.alloc(64 * MIB + 1), { stored: true })
      .build();
    await expect(fb2Reader.read(bytesAccess(zip), 'a.fbz')).rejects.toMatchObject({ code: 'archive.bomb' });
  });

  it('of nothing but tags ends soon', async () => {
    const started = Date.now();
    const body = '<binary id="x">'.repeat(500_000);
    const book = anFb2().withTitleInfo('<coverpage><image l:href="#c"/></coverpage>').withBody(body);
    await readBook(bytesAccess(book.build()), 'a.fb2');
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});

it.each(['a.fb2', 'a.fb2.gz', 'a.fb2.zip'])('a failure in the middle of %s comes through unchanged', async (name) => {
  const book = anFb2().withBinary('x', Buffer.from(Array.from({ length: 1_200_000 }, (_, at) => (at * at * 31) >> 7)));
  const bytes = (name.endsWith('gz') ? book.gzipped() : name.endsWith('zip') ? book.zipped() : book).build();
  const failure = new DomainError('file.vanished');
  const source = {
    size: bytes.byteLength,
    read: (offset: number, length: number) =>
      length > 100_000 && (offset > 0 || name.endsWith('zip'))
        ? Promise.reject(failure)
        : Promise.resolve(bytes.subarray(offset, offset + length)),
  };
  await expect(fb2Reader.read(source, name)).rejects.toBe(failure);
});
