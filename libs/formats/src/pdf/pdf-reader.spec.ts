import { bytesAccess, DomainError } from '@octavo/domain';
import { aPdf, type PdfBuilder } from '@octavo/testing';
import { readerContract } from '../testing/reader-contract.js';
import { pdfReader } from './pdf-reader.js';
import { hearRejections } from './testing/hear-rejections.js';
import { list, xmpOf } from './testing/xmp-of.js';

hearRejections();

readerContract(
  'PDF',
  pdfReader,
  () => ({
    bytes: aPdf()
      .titled('Emma')
      .by('Jane Austen')
      .withPage({ mediaBox: [0, 0, 210, 600], fields: [{ x: 20, y: 100, width: 150, height: 300, colour: [0, 0, 1] }] })
      .build(),
    name: 'Jane Austen/Emma (1815).pdf',
  }),
  {
    damaged: 60, // each draws a cover
  },
);

const read = (pdf: PdfBuilder) => pdfReader.read(bytesAccess(pdf.build()), 'shelf/some file.pdf');
const changed = (pdf: PdfBuilder, from: string, to: string) =>
  bytesAccess(Buffer.from(Buffer.from(pdf.build()).toString('latin1').replace(from, to), 'latin1'));

describe('a PDF', () => {
  it.each([
    ['%PDF-1.4\n', 'x.bin', true],
    ['%PDF-1.4\n', 'x.epub', true],
    ['junk before %PDF-1.4', 'x.PDF', true],
    ['junk before %PDF-1.4', 'x.bin', false],
    ['PK\x03\x04', 'x.pdf', false],
  ])('is told by its first bytes, else by its name: %j, %s', (head, name, expected) => {
    expect(pdfReader.recognises(Buffer.from(head, 'latin1'), name)).toBe(expected);
  });

  it('is read from its information dictionary', async () => {
    const draft = await read(
      aPdf()
        .titled('Émile & Co')
        .by('Jean-Jacques Rousseau')
        .withInfo('Keywords', 'a; b')
        .withInfo('ISBN', '0441478123')
        .inLanguage('fr')
        .withPages(3),
    );
    expect(draft).toMatchObject({
      title: 'Émile & Co',
      contributors: [{ name: 'Jean-Jacques Rousseau', role: 'author' }],
      subjects: ['a', 'b'],
      identifiers: [{ scheme: 'isbn', value: '9780441478125' }],
      language: 'fr',
      pageCount: 3,
      layout: 'fixed',
      warnings: [],
    });
  });

  it.each([
    ['UTF-8', Buffer.from(xmpOf(list('dc:title', 'Wärter')))],
    ['UTF-16', Buffer.from(xmpOf(list('dc:title', 'Wärter')), 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(xmpOf(list('dc:title', 'Wärter')), 'utf16le').swap16()],
    ['a code page', Buffer.from(xmpOf(list('dc:title', 'Wärter')).replace('\ufeff', ''), 'latin1')],
  ])('is read from its XMP in %s', async (_, packet) => {
    expect((await read(aPdf().titled('Other').withXmp(packet))).title).toBe('Wärter');
  });

  it('says nothing of a page tree that leads nowhere', async () => {
    const draft = await pdfReader.read(changed(aPdf().titled('Emma'), '/Kids [6 0 R]', '/Kids [2 0 R]'), 'x.pdf');
    expect(draft).toMatchObject({ title: 'Emma', pageCount: undefined, cover: undefined });
    expect(draft.warnings).toEqual([expect.stringContaining('circular')]);
  });

  it('has as many pages as there are, whatever it claims', async () => {
    expect((await read(aPdf().titled('Emma').withPages(3).claimingPages(2_000_000_000))).pageCount).toBe(3);
  });

  it('runs no script', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.touched = true) >>';
    expect((await read(aPdf().titled('Emma').withCatalogEntry(script))).title).toBe('Emma');
    expect('touched' in globalThis).toBe(false);
  });

  it('ends soon when it is nested without end', async () => {
    const pdf = aPdf()
      .titled('Emma')
      .withXmp('<x>'.repeat(100_000))
      .withObject('['.repeat(200_000))
      .withPage({ content: '['.repeat(200_000) });
    expect((await read(pdf)).title).toBe('Emma');
  });
});

describe('an encrypted PDF', () => {
  it.each([40, 128] as const)(
    'of %d bits is read like any other where nobody is asked for a password',
    async (bits) => {
      const draft = await read(
        aPdf()
          .titled('Émile')
          .withPage({ lines: ['ISBN 978-0-441-47812-5'] })
          .encrypted({ user: '', bits }),
      );
      expect(draft).toMatchObject({
        title: 'Émile',
        identifiers: [{ scheme: 'isbn', value: '9780441478125' }],
        warnings: [],
      });
      expect(draft.drm).toBeUndefined();
      expect(draft.cover).toBeDefined();
    },
  );

  it.each([40, 128] as const)('of %d bits that needs a password says so and nothing else', async (bits) => {
    const draft = await read(aPdf().titled('Emma').encrypted({ user: 'secret', bits }));
    expect(draft).toEqual({
      contributors: [],
      series: [],
      identifiers: [],
      subjects: [],
      layout: 'fixed',
      drm: 'password',
      warnings: [],
    });
  });

  it.each([
    ['/EBX_HANDLER', 'adobe'],
    ['/Other.Shop', 'unknown'],
  ])('of the handler %s is locked by %s', async (handler, drm) => {
    const pdf = aPdf().titled('Emma').encrypted({ user: '' });
    const draft = await pdfReader.read(changed(pdf, '/Filter /Standard', `/Filter ${handler}`), 'x.pdf');
    expect(draft).toMatchObject({ drm, warnings: [] });
    expect(draft.title).toBeUndefined();
  });
});

describe('the ISBN printed in a PDF', () => {
  const isbns = async (pdf: PdfBuilder) => (await read(pdf)).identifiers.map(({ value }) => value);
  const [ours, other] = ['ISBN 978-0-441-47812-5', 'ISBN 978-0-8044-2957-3'];
  /** Pages without a number but those given, by place. */
  const pages = (count: number, lines: Record<number, string[]>) => {
    const pdf = aPdf().titled('Emma');
    for (let n = 1; n <= count; n++) pdf.withPage({ lines: lines[n] ?? [`Page ${n}`] });
    return pdf;
  };

  it.each([
    ['one of the first ten pages', pages(20, { 10: [ours] }), ['9780441478125']],
    ['no page between', pages(20, { 11: [ours], 17: [other] }), []],
    ['one of the last three', pages(20, { 18: [ours] }), ['9780441478125']],
    ['no list of other books', pages(20, { 19: [ours, other] }), []],
    ['a first page before the last', pages(20, { 4: [ours], 20: [other] }), ['9780441478125']],
    ['a short book', pages(2, { 2: [ours] }), ['9780441478125']],
    ['the line of the ebook', pages(3, { 2: [`${other} (hardback)`, `${ours} (ebook)`] }), ['9780441478125']],
  ])('is found on %s', async (_, pdf, expected) => expect(await isbns(pdf)).toEqual(expected));

  it('is not looked for where the book has one already', async () => {
    expect(await isbns(pages(3, { 2: [other] }).withInfo('ISBN', '9780441478125'))).toEqual(['9780441478125']);
  });
});

describe('a damaged PDF', () => {
  it('without a table of objects is searched for them', async () => {
    expect(await read(aPdf().titled('Emma').withPages(3).withoutXref())).toMatchObject({
      title: 'Emma',
      pageCount: 3,
      warnings: [],
    });
  });

  it('without anything to be found is a problem', async () => {
    const half = aPdf().titled('Emma').withPages(3).build().subarray(0, 300);
    await expect(pdfReader.read(bytesAccess(half), 'x.pdf')).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('gives what can be read where its first page is gone', async () => {
    const draft = await pdfReader.read(
      changed(aPdf().titled('Emma').withPages(3), '/Type /Page /', '/Tapy <>ge /'),
      'x.pdf',
    );
    expect(draft.title).toBe('Emma');
  });

  it('is a problem or a draft wherever it is cut off', async () => {
    const bytes = aPdf().titled('Emma').withPages(2).build();
    for (let length = bytes.byteLength - 1; length > 0; length -= 97) {
      const outcome = await pdfReader
        .read(bytesAccess(bytes.subarray(0, length)), 'x.pdf')
        .catch((error: unknown) => error);
      expect(outcome instanceof DomainError || Array.isArray((outcome as { warnings?: unknown }).warnings)).toBe(true);
    }
  });
});
