import { bytesAccess } from '@octavo/domain';
import { openEpub, readBook } from '@octavo/formats';
import { anEpub, jpegCover, pngCover } from '@octavo/testing';
import sharp from 'sharp';
import type { EmbedRequest } from '../embedder.js';
import { asking, embedded, filesIn, packageIn, unverified } from '../testing/embedded.js';
import { bookOf, MANDATORY, packageOf } from '../testing/package-book.js';

const PNG = pngCover({ seed: 5 });
const withCover = (bytes: Uint8Array, mediaType: string): EmbedRequest => asking({}, { cover: { bytes, mediaType } });
const ASKED = withCover(PNG, 'image/png');

async function coverOf(book: Uint8Array): Promise<Uint8Array | undefined> {
  return (await readBook(bytesAccess(book), 'a.epub')).draft.cover?.bytes;
}

describe('a cover', () => {
  it.each(['2.0', '3.0'] as const)('takes the place of the one there is, EPUB %s', async (version) => {
    const book = anEpub().version(version).withCover().build();
    const { bytes, report } = await embedded(book, ASKED);
    expect(await packageIn(bytes)).toBe(await packageIn(book));
    const [before, after] = [await filesIn(book), await filesIn(bytes)];
    expect(after).toEqual(before.map(([name, old]) => [name, name === 'OEBPS/cover.png' ? Buffer.from(PNG) : old]));
    expect(report).toEqual({ changed: ['cover'], left: [] });
  });

  it('is not written where the book has it', async () => {
    const book = anEpub().withCover(PNG).build();
    const { bytes, report } = await embedded(book, ASKED);
    expect(report).toEqual({ changed: [], left: [] });
    expect(await filesIn(bytes)).toEqual(await filesIn(book));
  });

  it('is a new item where the old one is of another kind, which is the cover no more', async () => {
    const book = anEpub().withCover().build();
    const jpeg = await jpegCover({ seed: 2 });
    const { bytes } = await embedded(book, withCover(jpeg, 'image/jpeg'));
    expect((await filesIn(bytes)).at(-1)).toEqual(['OEBPS/cover.jpg', Buffer.from(jpeg)]);
    const { manifest } = await openEpub(bytesAccess(bytes));
    expect(manifest.filter(({ properties }) => properties.includes('cover-image')).map(({ href }) => href)).toEqual([
      'cover.jpg',
    ]);
    expect(manifest.map(({ id }) => id)).toEqual(['nav', 'cover', 'c1', 'cover-image-2']);
    const again = await embedded(bytes, withCover(jpeg, 'image/jpeg'));
    expect(again.bytes.equals(bytes)).toBe(true);
  });

  it('is declared in EPUB 2 by the meta that names it, and by a property only where there are such', async () => {
    const first = await embedded(anEpub().version('2.0').build(), ASKED);
    expect(await packageIn(first.bytes)).toContain('<meta name="cover" content="cover-image"/>');
    expect(await packageIn(first.bytes)).not.toContain('properties="cover-image"');
    expect(await coverOf(first.bytes)).toEqual(Buffer.from(PNG));
    const marked = anEpub()
      .version('2.0')
      .withCover(await jpegCover())
      .build();
    const opf = (await packageIn(marked)).replace('media-type="image/jpeg"', '$& properties="cover-image"');
    const second = await embedded(
      anEpub()
        .withOpf(opf)
        .withFile('OEBPS/cover.jpg', await jpegCover())
        .build(),
      ASKED,
    );
    expect((await packageIn(second.bytes)).match(/properties="cover-image"/g)).toHaveLength(1);
    expect(await coverOf(second.bytes)).toEqual(Buffer.from(PNG));
  });

  it('has a name and an id of its own', async () => {
    const items = '<item id="cover-image" href="x.svg" media-type="image/svg+xml"/></manifest>';
    const opf = packageOf(`${MANDATORY}<meta name="cover" content="cover-image-2"/>`).replace('</manifest>', items);
    const book = anEpub().withOpf(opf).withFile('OEBPS/Cover.PNG', 'loose').withFile('OEBPS/x.svg', '<svg/>').build();
    const { bytes } = await embedded(book, ASKED);
    const { manifest } = await openEpub(bytesAccess(bytes));
    expect(manifest.at(-1)).toMatchObject({ id: 'cover-image-3', href: 'cover-2.png' });
    expect(await packageIn(bytes)).toContain('<meta name="cover" content="cover-image-3"/>');
  });

  it.each([
    ['the package document', 'content.opf'],
    ['the container', '../META-INF/container.xml'],
    ['the mimetype', '../mimetype'],
    ['a chapter', 'chapter-1.xhtml'],
  ])('is never written over %s, whatever that is called', async (_, href) => {
    const item = `<item id="cover" href="${href}" media-type="image/png" properties="cover-image"/></manifest>`;
    const book = bookOf(packageOf(MANDATORY).replace('</manifest>', item));
    const { bytes } = await embedded(book, ASKED);
    expect(await coverOf(bytes)).toEqual(Buffer.from(PNG));
    expect((await filesIn(bytes)).map(([name]) => name)).toContain('OEBPS/cover.png');
  });

  it.each([
    ['no picture', Buffer.from('nothing'), 'image/png'],
    ['too small', pngCover({ width: 10, height: 10 }), 'image/png'],
    ['cut off', PNG.subarray(0, 20), 'image/png'],
    ['called what it is not', PNG, 'image/jpeg'],
  ])('is refused: %s', async (_, bytes, mediaType) => {
    await expect(unverified(anEpub().build(), withCover(bytes, mediaType))).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('may be a WebP in EPUB 3, but not in EPUB 2', async () => {
    const request = withCover(await sharp(PNG).webp().toBuffer(), 'image/webp');
    expect((await embedded(anEpub().build(), request)).report.changed).toEqual(['cover']);
    const refusal = { code: 'format.unsupported' };
    await expect(unverified(anEpub().version('2.0').build(), request)).rejects.toMatchObject(refusal);
  });
});
