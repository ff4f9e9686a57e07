import { randomBytes } from 'node:crypto';
import { bytesAccess, DomainError } from '@octavo/domain';
import { aComic, anEpub, aRar, aZip, pngCover, type ComicBuilder } from '@octavo/testing';
import { openComic } from './open-comic.js';

const open = (comic: Uint8Array) => openComic(bytesAccess(comic));
const problemOf = (comic: Uint8Array) =>
  open(comic).then(
    () => 'none',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );
const comicInfo = (inside: string): ComicBuilder =>
  aComic().withPages(12).withFile('ComicInfo.xml', `<ComicInfo>${inside}</ComicInfo>`);

describe('an opened comic', () => {
  const comic = aComic().titled('Zot!').inSeries('Zot!', '1').withPages(12).marking(10, 'FrontCover');

  it.each([
    ['a zip', comic.build()],
    ['a RAR', comic.buildRar(5)],
    ['a RAR 4', comic.buildRar(4)],
  ])('has its pages in order and what its record says: %s', async (_, bytes) => {
    const opened = await open(bytes);
    expect(opened.pages.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_none, at) => `${at + 1}.png`));
    expect(opened).toMatchObject({ draft: { title: 'Zot!' }, frontCover: 10, rightToLeft: false, bookmarks: [] });
    const [first] = opened.pages;
    expect(Buffer.from(await opened.archive.bytes(first!, 1000))).toEqual(pngCover({ width: 210, height: 300 }));
  });

  it('may unpack to more than a book of text', async () => {
    const zip = aZip();
    // Noise enough that it does not pack like a bomb.
    const page = Buffer.concat([randomBytes(400_000), Buffer.alloc(50 * 1024 * 1024)]);
    for (let at = 0; at < 5; at += 1) zip.with(`${at}.jpg`, page);
    const { archive, pages } = await open(zip.build());
    for (const one of pages) expect(await archive.bytes(one, page.byteLength)).toHaveLength(page.byteLength);
  });

  it.each([
    ['by its number', '3', 3],
    ['by its file', '10.PNG', 9],
    ['by no number of a page', '12', undefined],
    ['by no file', 'cover.png', undefined],
    ['by nothing', '', undefined],
  ])('knows a page its record names %s', async (_, image, page) => {
    const marks = `<Pages><Page Image="${image}" Type="FrontCover" Bookmark="One"/></Pages>`;
    const opened = await open(comicInfo(marks).build());
    expect(opened.frontCover).toBe(page);
    expect(opened.bookmarks).toEqual(page === undefined ? [] : [{ page, title: 'One' }]);
  });

  it.each([
    ['<Manga>YesAndRightToLeft</Manga>', true],
    ['<manga> yesandrighttoleft </manga>', true],
    ['<Manga>Yes</Manga>', false],
    ['', false],
  ])('knows its direction: %s', async (field, expected) => {
    expect((await open(comicInfo(field).build())).rightToLeft).toBe(expected);
  });

  it('has no bookmarks without a title', async () => {
    const marks = '<Pages><Page Image="0" Bookmark=" "/><Page Image="1"/><Page Bookmark="Two"/></Pages>';
    expect((await open(comicInfo(marks).build())).bookmarks).toEqual([]);
  });

  it('opens whatever its record is', async () => {
    const opened = await open(
      aComic()
        .withFile('ComicInfo.xml', Buffer.from([0, 1, 2]))
        .build(),
    );
    expect(opened).toMatchObject({ frontCover: undefined, rightToLeft: false, bookmarks: [] });
  });

  it('opens when it is locked, and says so', async () => {
    const zip = aZip().with('a.png', pngCover(), { encrypted: true }).build();
    expect((await open(zip)).archive.drm).toBe('password');
    expect((await open(aRar().withLockedHeaders().build())).archive.drm).toBe('password');
  });

  it.each([
    ['an EPUB', anEpub().build(), 'format.unsupported'],
    ['a picture', pngCover(), 'file.unreadable'],
    ['nothing', new Uint8Array(), 'file.empty'],
    ['a zip that has lost its end', aComic().build().subarray(0, 200), 'file.unreadable'],
  ])('is not %s', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toBe(code);
  });
});
