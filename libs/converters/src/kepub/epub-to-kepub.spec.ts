import { Writable } from 'node:stream';
import { bytesAccess } from '@octavo/domain';
import { ZipArchive } from '@octavo/formats';
import { anEpub, aZip, pngCover, type EpubBuilder } from '@octavo/testing';
import { convertedBytes, converterContract } from '../testing/converter-contract.js';
import type { ConversionReport } from '../converter.js';
import { epubToKepub } from './epub-to-kepub.js';
import { verifyKepub } from './verify-kepub.js';

const MIB = 1024 * 1024;

converterContract(
  'EPUB to KEPUB',
  epubToKepub,
  () => anEpub().withCover().withChapters(6, 200).build(),
  (result) => verifyKepub(bytesAccess(result)),
);

async function archiveOf(book: EpubBuilder): Promise<ZipArchive> {
  return ZipArchive.open(bytesAccess(await convertedBytes(epubToKepub, book.build())));
}

async function textIn(archive: ZipArchive, name: string): Promise<string> {
  const entry = archive.find(name);
  if (!entry) throw new Error(`no ${name}`);
  return Buffer.from(await archive.bytes(entry)).toString();
}

function reportOf(book: Uint8Array): Promise<ConversionReport> {
  return epubToKepub.convert(bytesAccess(book), new Writable({ write: (_chunk, _encoding, done) => done() }));
}

describe('A book as KEPUB', () => {
  it('has its pages marked, navigation included, and all else as it was', async () => {
    const source = anEpub().withCover().withFile('OEBPS/style.css', 'p { margin: 0 }'.repeat(99));
    const before = await ZipArchive.open(bytesAccess(source.build()));
    const after = await archiveOf(source);
    expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
    const changed = after.entries.filter(({ crc32, name }) => crc32 !== before.find(name)?.crc32);
    expect(changed.map(({ name }) => name)).toEqual(['OEBPS/nav.xhtml', 'OEBPS/chapter-1.xhtml']);
    expect(await textIn(after, 'OEBPS/chapter-1.xhtml')).toContain('<span class="koboSpan" id="kobo.2.2">It has two');
    expect(await textIn(after, 'OEBPS/nav.xhtml')).toContain('koboSpan');
  });

  it('has files that need no change with the bytes they were packed to', async () => {
    const css = 'p { margin: 0 }'.repeat(99);
    const source = anEpub().withFile('OEBPS/style.css', css);
    const [before, after] = [await ZipArchive.open(bytesAccess(source.build())), await archiveOf(source)];
    const [from, to] = [before.find('OEBPS/style.css'), after.find('OEBPS/style.css')];
    expect(from && to && (await after.compressed(to))).toEqual(from && (await before.compressed(from)));
  });

  it('names the cover of EPUB 2 as the device looks for it', async () => {
    const opf = await textIn(await archiveOf(anEpub().version('2.0').withCover()), 'OEBPS/content.opf');
    expect(opf).toMatch(/<item id="cover"[^>]* properties="cover-image"\/>/);
  });

  it('has a plain style in EPUB 2', async () => {
    const pages = await Promise.all(
      (['2.0', '3.0'] as const).map(async (version) =>
        textIn(await archiveOf(anEpub().version(version)), 'OEBPS/chapter-1.xhtml'),
      ),
    );
    expect(pages.map((page) => page.includes('class="kobostylehacks"'))).toEqual([false, true]);
  });

  it('has a container where strict readers look for it', async () => {
    const broken = '<container><rootfiles><rootfile full-path="/OEBPS/content.opf"/></rootfiles></container>';
    for (const source of [
      anEpub().withFile('META-INF/container.xml', broken),
      anEpub().without('META-INF/container.xml'),
    ]) {
      const after = await archiveOf(source);
      expect(await textIn(after, 'META-INF/container.xml')).toContain('full-path="OEBPS/content.opf"');
      expect(after.entries[0]?.name).toBe('mimetype');
    }
  });

  it('is told page by page: converted, mended, left', async () => {
    const book = anEpub()
      .withChapters(3)
      .withFile('OEBPS/chapter-1.xhtml', '<html><body><p>One<br>two</body></html>')
      .withFile('OEBPS/chapter-2.xhtml', '<html><head/><frameset/></html>');
    expect(await reportOf(book.build())).toEqual({
      converted: 3,
      fallbacks: 1,
      skipped: [{ name: 'OEBPS/chapter-2.xhtml', reason: 'it has no body' }],
    });
  });

  it('keeps a page it cannot convert as it was', async () => {
    const page = '<html><head/><frameset/></html>';
    const after = await archiveOf(anEpub().withChapters(2).withFile('OEBPS/chapter-2.xhtml', page));
    expect(await textIn(after, 'OEBPS/chapter-2.xhtml')).toBe(page);
  });

  it('is in UTF-8, whatever the pages were in', async () => {
    const page = '<?xml version="1.0" encoding="iso-8859-1"?><html><head/><body><p>Caf\xe9.</p></body></html>';
    const after = await archiveOf(anEpub().withFile('OEBPS/chapter-1.xhtml', Buffer.from(page, 'latin1')));
    const text = await textIn(after, 'OEBPS/chapter-1.xhtml');
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>/);
    expect(text).toContain('Café.');
  });

  it('keeps scrambled fonts, which are no DRM', async () => {
    const encryption = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData
      xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>
      <CipherData><CipherReference URI="OEBPS/font.otf"/></CipherData></EncryptedData></encryption>`;
    const book = anEpub().withFile('META-INF/encryption.xml', encryption).withFile('OEBPS/font.otf', 'x');
    expect((await reportOf(book.build())).converted).toBe(2);
  });
});

describe('A book is refused', () => {
  const locked = (uri: string) => `<encryption><EncryptedData><EncryptionMethod
    Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="${uri}"/></CipherData>
    </EncryptedData></encryption>`;
  const rights = '<rights><licenseURL>http://ns.adobe.com/adept</licenseURL></rights>';

  it.each<[string, string, Uint8Array]>([
    [
      'whose pages are locked',
      'format.encrypted',
      anEpub().withFile('META-INF/encryption.xml', locked('OEBPS/chapter-1.xhtml')).build(),
    ],
    [
      'whose pages are locked without a list of them',
      'format.encrypted',
      anEpub()
        .withFile('META-INF/rights.xml', rights)
        .withFile('OEBPS/chapter-1.xhtml', new Uint8Array(300).fill(0xa7))
        .build(),
    ],
    ['of fixed layout', 'format.unsupported', anEpub().fixedLayout().build()],
    ['without pages', 'conversion.failed', anEpub().withOpf('<package version="3.0"><manifest/></package>').build()],
    ['with a damaged page', 'file.unreadable', damaged()],
    [
      'with one huge page',
      'archive.bomb',
      anEpub()
        .withFile('OEBPS/chapter-1.xhtml', hugePage(47 * MIB))
        .build(),
    ],
    ['that is no book', 'file.unreadable', Buffer.from('%PDF-1.7')],
    ['that is empty', 'file.empty', new Uint8Array()],
  ])('%s', async (_name, code, book) => {
    await expect(reportOf(book)).rejects.toMatchObject({ name: 'DomainError', code });
  });

  it('with too much of everything, before any of it is unpacked', async () => {
    await expect(reportOf(manyHugePages())).rejects.toMatchObject({
      code: 'archive.bomb',
      detail: expect.stringContaining('128 MiB'),
    });
  });

  it('not for rights that were left behind', async () => {
    expect((await reportOf(anEpub().withFile('META-INF/rights.xml', rights).build())).converted).toBe(2);
  });
});

describe('A result is verified', () => {
  const verified = (bytes: Uint8Array) => verifyKepub(bytesAccess(bytes));

  it('by its pages and spans', async () => {
    const bytes = await convertedBytes(epubToKepub, anEpub().withChapters(2, 3).build());
    // the navigation: two links; each chapter: a heading and three paragraphs of two sentences
    expect(await verified(bytes)).toEqual({ pages: 3, spans: 2 + 2 * 7 });
  });

  it.each<[string, Uint8Array]>([
    ['has no spans', anEpub().build()],
    ['has no pages', anEpub().withOpf('<package version="3.0"><manifest/></package>').build()],
  ])('and refused when it %s', async (_name, bytes) => {
    await expect(verified(bytes)).rejects.toMatchObject({ code: 'conversion.failed' });
  });

  it('and refused when it is cut off', async () => {
    const bytes = await convertedBytes(epubToKepub, anEpub().build());
    await expect(verified(bytes.subarray(0, 500))).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});

function hugePage(size: number): string {
  return `<html><head/><body>${'<p>x</p>'.repeat(size / 8)}</body></html>`;
}

function manyHugePages(): Uint8Array {
  const names = Array.from({ length: 20 }, (_, n) => `${n}.xhtml`);
  const items = names.map((name) => `<item id="i${name}" href="${name}" media-type="application/xhtml+xml"/>`);
  const zip = aZip().with('a.opf', `<package version="3.0"><manifest>${items.join('')}</manifest></package>`);
  for (const name of names) zip.with(name, '<html/>'.repeat(20), { claims: { size: 10 * MIB } });
  return zip.build();
}

function damaged(): Uint8Array {
  const opf = `<package version="3.0"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest></package>`;
  return aZip()
    .with('a.opf', opf)
    .with('a.xhtml', '<html><body>a</body></html>', { claims: { crc32: 1 } })
    .with('cover.png', pngCover())
    .build();
}
