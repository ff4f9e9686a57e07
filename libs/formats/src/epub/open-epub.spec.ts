import { bytesAccess, type DomainError } from '@octavo/domain';
import { anEpub, aZip, type EpubBuilder } from '@octavo/testing';
import { countedAccess } from '../testing/counted-access.js';
import { openEpub } from './open-epub.js';

const open = (epub: EpubBuilder) => openEpub(bytesAccess(epub.build()));
const refusal = (bytes: Uint8Array) =>
  openEpub(bytesAccess(bytes)).then(
    () => 'opened',
    (error: DomainError) => error.code,
  );

const container = (...rootfiles: string[]) => `<container><rootfiles>${rootfiles.join('')}</rootfiles></container>`;
const rootfile = (path: string, type = 'application/oebps-package+xml') =>
  `<rootfile full-path="${path}" media-type="${type}"/>`;
const opf = (metadata: string, manifest = '', spine = '') =>
  `<package version="2.0"><metadata>${metadata}</metadata><manifest>${manifest}</manifest><spine>${spine}</spine></package>`;

describe('opening an EPUB', () => {
  it('gives its package, manifest and reading order', async () => {
    const epub = await open(anEpub().titled('Emma').withCover().withChapters(2));
    expect(epub).toMatchObject({ path: 'OEBPS/content.opf', version: '3.0', layout: 'reflowable', warnings: [] });
    expect(epub.text).toContain('<dc:title>Emma</dc:title>');
    expect(epub.drm).toBeUndefined();
    expect(epub.manifest.map(({ id, entry }) => [id, entry?.name])).toEqual([
      ['nav', 'OEBPS/nav.xhtml'],
      ['cover', 'OEBPS/cover.png'],
      ['c1', 'OEBPS/chapter-1.xhtml'],
      ['c2', 'OEBPS/chapter-2.xhtml'],
    ]);
    expect(epub.manifest[0]).toMatchObject({
      href: 'nav.xhtml',
      mediaType: 'application/xhtml+xml',
      properties: ['nav'],
    });
    expect(epub.spine.map(({ item, linear }) => [item.id, linear])).toEqual([
      ['c1', true],
      ['c2', true],
    ]);
  });

  it('costs one read of a small file', async () => {
    const source = countedAccess(anEpub().withCover().withChapters(5).build());
    await openEpub(source);
    expect(source.reads).toHaveLength(1);
  });

  it('costs a handful of reads of a large one', async () => {
    const filling = Uint8Array.from({ length: 3_000_000 }, (_, at) => (Math.imul(at, 0x9e3779b1) >>> 11) & 0xff);
    const source = countedAccess(anEpub().withFile('OEBPS/film.mp4', filling).build());
    await openEpub(source);
    expect(source.reads.length).toBeLessThanOrEqual(3);
    expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(100_000);
  });

  it('minds what the spine says and what it does not', async () => {
    const text = opf(
      '',
      '<item id="a" href="nowhere.xhtml"/>',
      '<itemref idref="a" linear="no"/><itemref idref="lost"/>',
    );
    const epub = await open(anEpub().withOpf(text));
    expect(epub.spine.map(({ item, linear }) => [item.id, linear])).toEqual([['a', false]]);
    expect(epub.warnings).toEqual(['The manifest lists 1 files that are not in the archive, "nowhere.xhtml" first.']);
  });
});

describe('finding the package document', () => {
  it.each([
    [
      'the first rootfile of the right type',
      container(rootfile('x.pdf', 'application/pdf'), rootfile('bb.opf'), rootfile('a.opf')),
      'bb.opf',
    ],
    ['the first rootfile that is there', container(rootfile('lost.opf'), rootfile('bb.opf')), 'bb.opf'],
    ['a rootfile of any type', container(rootfile('a.opf', 'text/xml')), 'a.opf'],
    ['an encoded path with a leading slash', container(rootfile('/deep%20er/c.opf')), 'deep er/c.opf'],
    ['a path with backslashes', container(rootfile('deep er\\c.opf')), 'deep er/c.opf'],
    ['the shortest *.opf when none is there', container(rootfile('lost.opf')), 'a.opf'],
    ['the shortest *.opf when the container is rubbish', 'rubbish', 'a.opf'],
    ['a path in a namespace', `<c:container xmlns:c="x"><c:RootFile full-path="bb.opf"/></c:container>`, 'bb.opf'],
  ])('takes %s', async (_, xml, path) => {
    const zip = aZip().with('META-INF/container.xml', xml).with('x.pdf', '%PDF');
    for (const name of ['deep er/c.opf', 'bb.opf', 'a.opf']) zip.with(name, opf(`<dc:title>${name}</dc:title>`));
    const epub = await openEpub(bytesAccess(zip.build()));
    expect(epub.path).toBe(path);
  });

  it('works without a container', async () => {
    expect((await open(anEpub().without('META-INF/container.xml'))).path).toBe('OEBPS/content.opf');
  });

  it('works for a book that was zipped with its folder', async () => {
    const zip = aZip()
      .with('My Book/META-INF/container.xml', container(rootfile('OEBPS/c.opf')))
      .with('My Book/OEBPS/c.opf', opf('', '<item id="a" href="a.xhtml"/>'));
    const epub = await openEpub(bytesAccess(zip.with('My Book/OEBPS/a.xhtml', 'x').build()));
    expect(epub.path).toBe('My Book/OEBPS/c.opf');
    expect(epub.manifest[0]?.entry?.name).toBe('My Book/OEBPS/a.xhtml');
  });

  it.each([
    ['no bytes', new Uint8Array(), 'file.empty'],
    ['bytes that are no zip', new Uint8Array(100_000), 'file.unreadable'],
    ['no package document', anEpub().without('OEBPS/content.opf').build(), 'file.unreadable'],
    ['a package document without <package>', anEpub().withOpf('<html/>').build(), 'file.unreadable'],
    ['an empty package document', anEpub().withOpf('').build(), 'file.unreadable'],
    ['half of its bytes', anEpub().build().subarray(0, 700), 'file.unreadable'],
    [
      'a package document that is a bomb',
      anEpub().withFile('OEBPS/content.opf', new Uint8Array(9_000_000)).build(),
      'archive.bomb',
    ],
  ])('refuses a file with %s', async (_, bytes, code) => expect(await refusal(bytes)).toBe(code));
});

describe('the layout', () => {
  it.each([
    ['fixed in EPUB 3', anEpub().fixedLayout(), 'fixed'],
    ['fixed in EPUB 2', anEpub().version('2.0').fixedLayout(), 'fixed'],
    [
      'fixed by Apple',
      anEpub().withFile(
        'META-INF/com.apple.ibooks.display-options.xml',
        '<display_options><platform name="*"><option name="fixed-layout">true</option></platform></display_options>',
      ),
      'fixed',
    ],
    ['reflowable', anEpub(), 'reflowable'],
    [
      'reflowable where only a page is fixed',
      anEpub().withOpf(opf('', '', '<itemref idref="a" properties="rendition:layout-pre-paginated"/>')),
      'reflowable',
    ],
  ])('is %s', async (_, epub, layout) => expect((await open(epub)).layout).toBe(layout));
});

describe('DRM', () => {
  const encrypted = (algorithm: string, uri: string) =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
     <enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;
  const AES = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
  const locked = () => anEpub().withFile('META-INF/encryption.xml', encrypted(AES, 'OEBPS/chapter-1.xhtml'));

  it.each([['http://www.idpf.org/2008/embedding'], ['http://ns.adobe.com/pdf/enc#RC']])(
    'is not what scrambles fonts: %s',
    async (algorithm) => {
      const epub = await open(anEpub().withFile('META-INF/encryption.xml', encrypted(algorithm, 'OEBPS/font.otf')));
      expect(epub.drm).toBeUndefined();
      expect(epub.encryptedPaths.size).toBe(0);
    },
  );

  it.each([
    ['Adobe', locked().withFile('META-INF/rights.xml', '<rights xmlns="http://ns.adobe.com/adept"/>'), 'adobe'],
    ['Apple', locked().withFile('META-INF/sinf.xml', '<sinf/>'), 'apple'],
    ['Readium', locked().withFile('META-INF/license.lcpl', '{}'), 'lcp'],
    ['Kobo', locked().withFile('rights.xml', '<kdrm><keys/></kdrm>'), 'kobo'],
    ['nobody we know', locked(), 'unknown'],
  ])('of %s is recognised, and which files are locked', async (_, epub, drm) => {
    const opened = await open(epub);
    expect(opened.drm).toBe(drm);
    expect([...opened.encryptedPaths]).toEqual(['OEBPS/chapter-1.xhtml']);
  });
});
