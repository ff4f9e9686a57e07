import { anEpub, type EpubBuilder, jpegCover, pngCover } from '@octavo/testing';
import { draftFrom } from '../testing/draft-of.js';

const COVER = pngCover({ width: 300, height: 450, seed: 1 });
const OTHER = pngCover({ width: 200, height: 300, seed: 2 });

interface Package {
  metadata?: string;
  manifest?: string;
  spine?: string;
  guide?: string;
}

const bookWith = ({ metadata = '', manifest = '', spine = '', guide = '' }: Package): EpubBuilder =>
  anEpub().withOpf(
    `<package version="3.0"><metadata><dc:title>Emma</dc:title>${metadata}</metadata><manifest>${manifest}</manifest>
     <spine>${spine}</spine><guide>${guide}</guide></package>`,
  );
const item = (id: string, href: string, rest = '') =>
  `<item id="${id}" href="${href}" media-type="image/png" ${rest}/>`;
const pageItem = (id: string, href: string, rest = '') =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml" ${rest}/>`;
const page = (body: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Cover</title></head><body>${body}</body></html>`;
const withImages = (epub: EpubBuilder) => epub.withFile('OEBPS/Images/x.png', COVER).withFile('OEBPS/other.png', OTHER);

async function coverOf(epub: EpubBuilder): Promise<string> {
  const { cover } = await draftFrom(epub);
  return cover === undefined ? 'none' : `${cover.width}x${cover.height}`;
}

describe('the cover of an EPUB', () => {
  it.each<[string, Package]>([
    ['its property', { manifest: item('o', 'other.png') + item('x', 'Images/x.png', 'properties="svg cover-image"') }],
    ['an encoded href in another case', { manifest: item('x', 'images%2FX.PNG', 'properties="cover-image"') }],
    [
      'meta cover',
      { metadata: '<meta name="cover" content="x"/>', manifest: item('o', 'other.png') + item('x', 'Images/x.png') },
    ],
    [
      'meta Cover in another case and order',
      { metadata: '<meta content="x" Name="Cover"/>', manifest: item('o', 'other.png') + item('x', 'Images/x.png') },
    ],
    [
      'meta cover with an href',
      {
        metadata: '<meta name="cover" content="Images/x.png"/>',
        manifest: item('o', 'other.png') + item('x', 'Images/x.png'),
      },
    ],
    [
      'meta cover that leads to a page',
      { metadata: '<meta name="cover" content="p"/>', manifest: item('o', 'other.png') + pageItem('p', 'page.xhtml') },
    ],
    [
      'the guide, to a picture',
      { manifest: item('o', 'other.png'), guide: '<reference type="cover" href="Images/x.png"/>' },
    ],
    [
      'the guide, to a page',
      {
        manifest: item('o', 'other.png'),
        guide: '<reference type="other.ms-coverimage-standard" href="page.xhtml#top"/>',
      },
    ],
    ['a landmark', { manifest: item('o', 'other.png') + pageItem('n', 'nav2.xhtml', 'properties="nav"') }],
    ['its id', { manifest: item('o', 'other.png') + item('coverimage', 'Images/x.png') }],
    [
      'the first page',
      { manifest: item('o', 'other.png') + pageItem('p', 'page.xhtml'), spine: '<itemref idref="p"/>' },
    ],
    [
      'a drawing around it',
      { manifest: `<item id="s" href="wrap.svg" media-type="image/svg+xml" properties="cover-image"/>` },
    ],
  ])('is found by %s', async (_, parts) => {
    const epub = withImages(bookWith(parts))
      .withFile('OEBPS/page.xhtml', page('<svg xmlns:xlink="x"><image xlink:href="Images/x.png"/></svg>'))
      .withFile(
        'OEBPS/nav2.xhtml',
        page('<nav epub:type="landmarks"><a epub:type="bodymatter cover" href="page.xhtml">x</a></nav>'),
      )
      .withFile('OEBPS/wrap.svg', '<svg><image href="Images/x.png"/></svg>');
    expect(await coverOf(epub)).toBe('300x450');
  });

  it.each([
    ['Cover-front.png', '300x450'],
    ['titelbild.png', '300x450'],
    ['back-cover.png', 'other'],
    ['discovery.png', 'other'],
    ['frontispiece.png', 'other'],
    ['front.png', '300x450'],
    ['cover-back.png', 'other'],
  ])('is found by the name of its file: %s', async (name, found) => {
    const small = { width: 200, height: 300 };
    const epub = bookWith({ manifest: item('a', 'a.png') + item('b', name) }).withFile(
      'OEBPS/a.png',
      Buffer.concat([pngCover(small), Buffer.alloc(2000)]),
    );
    expect(await coverOf(epub.withFile(`OEBPS/${name}`, COVER))).toBe(found === 'other' ? '200x300' : found);
  });

  it('may be written into a drawing', async () => {
    const svg = `<svg xmlns:xlink="x"><path d="M0 0"/><image xlink:href="data:image/png;base64,${Buffer.from(COVER).toString('base64')}"/></svg>`;
    const epub = bookWith({
      manifest: '<item id="s" href="c.svg" media-type="image/svg+xml" properties="cover-image"/>',
    });
    const { cover } = await draftFrom(epub.withFile('OEBPS/c.svg', svg));
    expect(Buffer.compare(cover?.bytes ?? new Uint8Array(), COVER)).toBe(0);
  });

  it('may lie in the archive, listed nowhere', async () => {
    expect(await coverOf(bookWith({}).withFile('cover.png', COVER))).toBe('300x450');
  });

  it('is the largest of the first pictures for want of anything better', async () => {
    const large = Buffer.concat([COVER, Buffer.alloc(5000)]);
    expect(
      await coverOf(
        bookWith({ manifest: item('a', 'a.png') + item('b', 'b.png') })
          .withFile('OEBPS/a.png', OTHER)
          .withFile('OEBPS/b.png', large),
      ),
    ).toBe('300x450');
  });

  it('is none of the first pictures when they lie on their side', async () => {
    const lying = pngCover({ width: 450, height: 300 });
    expect(await coverOf(bookWith({ manifest: item('a', 'a.png') }).withFile('OEBPS/a.png', lying))).toBe('none');
  });

  it('is no picture at the head of a chapter', async () => {
    const epub = bookWith({ manifest: pageItem('p', 'page.xhtml'), spine: '<itemref idref="p"/>' });
    expect(
      await coverOf(
        withImages(epub).withFile(
          'OEBPS/page.xhtml',
          page(`<img src="Images/x.png"/>${'Once upon a time. '.repeat(20)}`),
        ),
      ),
    ).toBe('none');
  });

  it('is the picture at the head of a long page that the book calls its cover', async () => {
    const epub = bookWith({ guide: '<reference type="cover" href="page.xhtml"/>' });
    const long = page(`<img src="Images/x.png"/>${'Once upon a time. '.repeat(20)}`);
    expect(await coverOf(withImages(epub).withFile('OEBPS/page.xhtml', long))).toBe('300x450');
  });

  it('keeps its bytes, whatever its name says it is', async () => {
    const jpeg = await jpegCover({ width: 320, height: 480 });
    const { cover } = await draftFrom(
      bookWith({ manifest: item('x', 'x.png', 'properties="cover-image"') }).withFile('OEBPS/x.png', jpeg),
    );
    expect(cover).toMatchObject({ mediaType: 'image/jpeg', width: 320, height: 480 });
    expect(Buffer.compare(cover?.bytes ?? new Uint8Array(), jpeg)).toBe(0);
  });

  it.each([
    ['too small', pngCover({ width: 99, height: 300 }), /99 by 300 pixels/],
    ['a banner', pngCover({ width: 1000, height: 200 }), /1000 by 200 pixels/],
    ['no picture', Buffer.from('<html/>'), /is no JPEG/],
    ['cut off', COVER.subarray(0, 20), /is damaged/],
  ])('is passed over, with a warning, when it is %s', async (_, bytes, warning) => {
    const epub = bookWith({ manifest: item('x', 'x.png', 'properties="cover-image"') + item('o', 'other.png') });
    const draft = await draftFrom(epub.withFile('OEBPS/x.png', bytes).withFile('OEBPS/other.png', OTHER));
    expect(draft.cover).toMatchObject({ width: 200, height: 300 });
    expect(draft.warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('is left alone when it is locked', async () => {
    const encryption = `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>
      <CipherData><CipherReference URI="OEBPS/x.png"/></CipherData></EncryptedData></encryption>`;
    const epub = bookWith({ manifest: item('x', 'x.png', 'properties="cover-image"') });
    const draft = await draftFrom(epub.withFile('OEBPS/x.png', COVER).withFile('META-INF/encryption.xml', encryption));
    expect(draft).toMatchObject({ title: 'Emma', drm: 'unknown' });
    expect(draft.cover).toBeUndefined();
  });

  it('is none in a book without pictures', async () => {
    const draft = await draftFrom(anEpub());
    expect(draft.cover).toBeUndefined();
    expect(draft.warnings).toEqual([]);
  });
});
