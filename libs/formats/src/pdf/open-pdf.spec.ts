import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { aPdf } from '@octavo/testing';
import { pdfReader } from './pdf-reader.js';

const MEGABYTE = 1024 * 1024;
const FAR = 1_500_000_000;

/** What is asked of a source, in bytes. */
function counted(source: RandomAccess): RandomAccess & { asked: number[] } {
  const asked: number[] = [];
  const read = (offset: number, length: number) => (asked.push(length), source.read(offset, length));
  return { size: source.size, asked, read };
}

const total = (asked: number[]) => asked.reduce((sum, length) => sum + length, 0);
const book = () => aPdf().titled('Emma').by('Jane Austen');

describe('a large PDF', () => {
  it('is read by a few ranges and without the memory it would fill', async () => {
    await pdfReader.read(bytesAccess(book().build()), 'x.pdf'); // what loading pdf.js takes is not of this file
    const source = counted(book().withGap(FAR).withPages(3).buildAccess());
    const before = process.memoryUsage.rss();
    const draft = await pdfReader.read(source, 'x.pdf');
    expect(draft).toMatchObject({ title: 'Emma', pageCount: 3, warnings: [] });
    expect(draft.cover).toBeDefined();
    expect(source.asked.length).toBeLessThan(10);
    expect(total(source.asked)).toBeLessThan(MEGABYTE);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * MEGABYTE);
  });

  it('may have something before its header', async () => {
    const source = counted(book().after('attached: ').withGap(FAR).buildAccess());
    expect(await pdfReader.read(source, 'x.pdf')).toMatchObject({ title: 'Emma', warnings: [] });
    expect(total(source.asked)).toBeLessThan(MEGABYTE);
  });

  it.each([
    ['that leads nowhere', book().withGap(FAR).withoutXref().buildAccess()],
    ['that leads into nothing', misled(book().withGap(FAR).buildAccess())],
    [
      'that is gone, as its beginning is',
      { size: FAR, read: (_: number, length: number) => Promise.resolve(new Uint8Array(length)) },
    ],
  ])('is given up at once with an end %s', async (_, file) => {
    const source = counted(file);
    await expect(pdfReader.read(source, 'x.pdf')).rejects.toMatchObject({ code: 'file.unreadable' });
    expect(total(source.asked)).toBeLessThan(MEGABYTE);
  });

  it('with a page on every few bytes of it is not read whole', async () => {
    const pdf = book();
    for (let n = 0; n < 300; n++) pdf.withPage({ content: `% ${'x'.repeat(60_000)}` });
    const source = counted(bytesAccess(pdf.build()));
    expect((await pdfReader.read(source, 'x.pdf')).pageCount).toBe(300);
    expect(total(source.asked)).toBeLessThan(source.size / 2);
  });

  it('costs its cover where its first page is larger than may be read', async () => {
    const image = { jpeg: Buffer.alloc(70 * MEGABYTE), width: 1000, height: 1000 };
    const draft = await pdfReader.read(bytesAccess(book().withPage({ image }).build()), 'x.pdf');
    expect(draft).toMatchObject({ title: 'Emma', pageCount: 1, cover: undefined });
    expect(draft.warnings).toEqual(['The first page cannot be drawn: Too much of the PDF would have to be read.']);
  });
});

describe('a PDF of medium size', () => {
  it.each([
    [
      'leads nowhere',
      book()
        .withGap(5 * MEGABYTE)
        .withPages(3)
        .withoutXref()
        .buildAccess(),
    ],
    [
      'leads into nothing',
      misled(
        book()
          .withGap(5 * MEGABYTE)
          .withPages(3)
          .buildAccess(),
      ),
    ],
  ])('is read whole, and once, where its end %s', async (_, file) => {
    const source = counted(file);
    expect(await pdfReader.read(source, 'x.pdf')).toMatchObject({ title: 'Emma', pageCount: 3, warnings: [] });
    expect(total(source.asked)).toBeLessThan(source.size + MEGABYTE);
  });

  it('that is no longer as long as it was is a problem', async () => {
    const file = book()
      .withGap(5 * MEGABYTE)
      .buildAccess();
    const source = { size: file.size + 5000, read: (offset: number, length: number) => file.read(offset, length) };
    await expect(pdfReader.read(source, 'x.pdf')).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});

describe('a source that fails', () => {
  const image = { jpeg: Buffer.alloc(MEGABYTE), width: 1000, height: 1000 };
  const file = bytesAccess(book().withPage({ image }).build());

  it.each([0, 1, 2])('is let through after %d ranges, as it is', async (good) => {
    const failure = new DomainError('file.vanished');
    let reads = 0;
    const source = {
      size: file.size,
      read: (offset: number, length: number) => (reads++ < good ? file.read(offset, length) : Promise.reject(failure)),
    };
    const outcome = await pdfReader.read(source, 'x.pdf').catch((error: unknown) => error);
    expect(reads).toBeGreaterThan(good);
    expect(outcome).toBe(failure);
  });
});

/** The same file, but the place its table of objects is said to be at is among zeros. */
function misled(file: RandomAccess): RandomAccess {
  return {
    size: file.size,
    async read(offset, length) {
      const bytes = Buffer.from(await file.read(offset, length));
      const at = bytes.lastIndexOf('startxref\n');
      if (at >= 0) bytes.write('startxref\n100000  ', at);
      return bytes;
    },
  };
}
