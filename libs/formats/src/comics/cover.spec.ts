import { bytesAccess } from '@octavo/domain';
import { aComic, aZip, pngCover, type ComicBuilder } from '@octavo/testing';
import { readBook } from '../readers.js';

const COVER = pngCover({ width: 300, height: 450, seed: 9 });

const read = async (bytes: Uint8Array) => (await readBook(bytesAccess(bytes), 'Zot 01.cbz')).draft;
async function coverOf(comic: ComicBuilder): Promise<string> {
  const { cover } = await read(comic.build());
  return cover === undefined ? 'none' : `${cover.width}`;
}

describe('the cover of a comic', () => {
  it.each([
    [
      'the page marked as front cover, before the inner one',
      aComic().marking(1, 'InnerCover').marking(2, 'FrontCover'),
      '230',
    ],
    ['the page marked as inner cover', aComic().marking(2, 'InnerCover'), '230'],
    ['a page marked as several things', aComic().marking(1, 'Deleted FrontCover'), '220'],
    ['a page marked by its file name', aComic().withPages(3, 'Zot/').marking('2.PNG', 'FrontCover'), '220'],
    ['by reading order, not by the order in the archive', aComic().withPages(12).marking(10, 'FrontCover'), '310'],
    ['the first page when the mark leads nowhere', aComic().marking(99, 'FrontCover'), '210'],
    ['the first page when other things are marked', aComic().marking(2, 'Story').marking(1, 'BackCover'), '210'],
    ['a mark before a name', aComic().marking(1, 'FrontCover').withFile('cover.png', COVER), '220'],
    ['a file called so', aComic().withFile('zz Cover.png', COVER), '300'],
    [
      'a file called so in the folder of the pages',
      aComic().withPages(3, 'Zot/').withFile('Zot/cover.png', COVER),
      '300',
    ],
    ['no file called so in a chapter', aComic().withFile('x/cover.png', COVER), '210'],
    ['no file of another word', aComic().withFile('discover.png', COVER), '210'],
    ['no back', aComic().withFile('back cover.png', COVER), '210'],
    ['no shadow', aComic().withFile('__MACOSX/cover.png', COVER), '210'],
    ['the first page for want of anything else', aComic(), '210'],
    ['a double page, whole', aComic().withFile('0.png', pngCover({ width: 800, height: 600 })), '800'],
    [
      'the next page, when the first is a banner',
      aComic().withFile('0.png', pngCover({ width: 900, height: 100 })),
      '210',
    ],
    ['none in a comic without pages', aComic().titled('x').withPages(0), 'none'],
  ])('is %s', async (_, comic, width) => expect(await coverOf(comic)).toBe(width));

  it('keeps its bytes', async () => {
    const { cover } = await read(aComic().withFile('0.png', COVER).build());
    expect(Buffer.compare(cover?.bytes ?? new Uint8Array(), COVER)).toBe(0);
  });

  it('is passed over with a warning when the record calls it so', async () => {
    const draft = await read(aComic().withFile('2.png', 'no picture').marking(1, 'FrontCover').build());
    expect(draft).toMatchObject({
      cover: { width: 210 },
      warnings: ['The cover "2.png" is no JPEG, PNG, WebP or GIF.'],
    });
  });

  it('is passed over in silence when it was only a guess', async () => {
    const draft = await read(aComic().withFile('cover.png', 'no picture').build());
    expect(draft).toMatchObject({ cover: { width: 210 }, warnings: [] });
  });

  it('is absent, with a sentence each, when the first pages are no pictures', async () => {
    const draft = await read(aComic().withPages(0).withFile('1.avif', 'x').withFile('2.avif', 'x').build());
    expect(draft.cover).toBeUndefined();
    expect(draft.pageCount).toBe(2);
    expect(draft.warnings).toHaveLength(2);
  });

  it('costs nothing but itself when it is damaged', async () => {
    const zip = aZip()
      .with('1.png', COVER, { claims: { crc32: 1 } })
      .with('2.png', pngCover({ width: 222 }));
    expect(await read(zip.build())).toMatchObject({ pageCount: 2, cover: { width: 222 } });
  });

  it('is looked for in few places, however many pages are marked', async () => {
    const marks = '<Page Image="x.png" Type="FrontCover"/>'.repeat(20_000);
    const comic = aComic().withFile('ComicInfo.xml', `<ComicInfo><Pages>${marks}</Pages></ComicInfo>`);
    expect(await coverOf(comic)).toBe('210');
  });
});
