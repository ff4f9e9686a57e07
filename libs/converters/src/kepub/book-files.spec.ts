import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { anEpub, aZip } from '@octavo/testing';
import { bookFiles, isPage, pagesOf } from './book-files.js';

const CONTAINER = (path: string) =>
  `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const OPF = '<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata/><manifest/><spine/></package>';

async function namesOf(bytes: Uint8Array): Promise<string[]> {
  return bookFiles(await openEpub(bytesAccess(bytes))).map(({ name }) => name);
}

describe('The files of a book', () => {
  it('are its own, in their order, without the mimetype', async () => {
    expect(await namesOf(anEpub().build())).toEqual([
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/nav.xhtml',
      'OEBPS/chapter-1.xhtml',
    ]);
  });

  it.each([
    '.DS_Store',
    'OEBPS/.ds_store',
    '__MACOSX/a/b.xhtml',
    'OEBPS/Thumbs.db',
    'OEBPS/desktop.ini',
    'META-INF/calibre_bookmarks.txt',
    'iTunesMetadata.plist',
    'iTunesArtwork',
    'OEBPS/._chapter-1.xhtml',
  ])('leave out %s', async (litter) => {
    expect(await namesOf(anEpub().withFile(litter, 'x').build())).toHaveLength(4);
  });

  it('leave out folders and second files of one name', async () => {
    const zip = aZip().with('META-INF/container.xml', CONTAINER('a.opf')).with('META-INF/', '').with('a.opf', OPF);
    expect(await namesOf(zip.with('a.opf', OPF).with('mimetype', 'x').build())).toEqual([
      'META-INF/container.xml',
      'a.opf',
    ]);
  });

  it('are taken out of the folder they are all in', async () => {
    const zip = aZip().with('My Book/meta-inf/container.xml', CONTAINER('OPS/a.opf')).with('My Book/OPS/a.opf', OPF);
    expect(await namesOf(zip.with('other.txt', 'x').build())).toEqual([
      'META-INF/container.xml',
      'OPS/a.opf',
      'other.txt',
    ]);
  });
});

describe('A page', () => {
  it.each<[string, string, boolean]>([
    ['application/xhtml+xml', 'a.xml', true],
    ['text/html', 'a', true],
    ['image/jpeg', 'a.HTM', true],
    ['', 'a.xhtml', true],
    ['application/x-dtbncx+xml', 'toc.ncx', false],
    ['image/svg+xml', 'a.svg', false],
  ])('is told by type %j and name %s: %s', (mediaType, href, expected) => {
    expect(isPage({ id: '', href, mediaType, properties: [], entry: undefined })).toBe(expected);
  });

  it('is found however its name is written', async () => {
    const items = ['ch%201.xhtml#f', 'CH%202.xhtml', 'e\u0301.xhtml', 'none.xhtml']
      .map((href, n) => `<item id="i${n}" href="${href}" media-type="application/xhtml+xml"/>`)
      .join('');
    const book = anEpub()
      .withOpf(OPF.replace('<manifest/>', `<manifest>${items}${items}</manifest>`))
      .withFile('OEBPS/ch 1.xhtml', 'a')
      .withFile('OEBPS/ch 2.xhtml', 'b')
      .withFile('OEBPS/\u00e9.xhtml', 'c');
    const pages = pagesOf(await openEpub(bytesAccess(book.build())));
    expect([...pages].map(({ name }) => name)).toEqual(['OEBPS/ch 1.xhtml', 'OEBPS/ch 2.xhtml', 'OEBPS/\u00e9.xhtml']);
  });
});
