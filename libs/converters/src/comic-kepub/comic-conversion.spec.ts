import { bytesAccess } from '@octavo/domain';
import { readBook, ZipArchive } from '@octavo/formats';
import { aComic, aRar, aZip, pngCover } from '@octavo/testing';
import fc from 'fast-check';
import { KepubText } from '../kepub-places/kepub-text.js';
import { placeAt } from '../kepub-places/places.js';
import { scanXml } from '../kepub/scan-xml.js';
import { verifyKepub } from '../kepub/verify-kepub.js';
import { convertedBytes } from '../testing/converter-contract.js';
import { cbrToKepub, cbzToKepub } from './comic-to-kepub.js';
import { heavyComic, heavyPage, imagesShown, kepubOf, textOf } from './testing/comic-pages.js';

const ignored = { opened: () => undefined, closed: () => undefined };

describe('a comic as KEPUB', () => {
  it('is a book of fixed pages, each with the bytes of the comic, in its order', async () => {
    const kepub = await kepubOf(heavyComic(12).build());
    expect(kepub.layout).toBe('fixed');
    expect(kepub.warnings).toEqual([]);
    expect(kepub.spine.map(({ item }) => item.href).at(-1)).toBe('pages/0012.xhtml');
    const images = await imagesShown(kepub);
    expect(images.map((image) => Buffer.from(image))).toEqual(
      Array.from({ length: 12 }, (_, at) => Buffer.from(heavyPage(at + 1))),
    );
  });

  it('begins with its type, and keeps images as they are packed best: not at all', async () => {
    const { archive } = await kepubOf(heavyComic(2).build());
    expect(archive.entries.map(({ name, method }) => `${name} ${method}`)).toEqual([
      'mimetype 0',
      'META-INF/container.xml 8',
      'style.css 8',
      'images/0001.png 0',
      'pages/0001.xhtml 8',
      'images/0002.png 0',
      'pages/0002.xhtml 8',
      'nav.xhtml 8',
      'toc.ncx 8',
      'package.opf 8',
    ]);
  });

  it('says of itself what the comic said', async () => {
    const comic = heavyComic()
      .saying('Penciller', 'Chuck Austen')
      .saying('LanguageISO', 'en')
      .saying('Publisher', 'E&C');
    const result = await convertedBytes(cbzToKepub, comic.build());
    const { format, draft } = await readBook(bytesAccess(result), 'zot.kepub.epub');
    expect(format).toBe('kepub');
    expect(draft).toMatchObject({
      title: 'Zot!',
      series: [{ name: 'Zot!', number: '1' }],
      language: 'en',
      publisher: 'E&C',
      layout: 'fixed',
      cover: { mediaType: 'image/png', width: 210, height: 300 },
      warnings: [],
    });
    expect(draft.contributors.map(({ name }) => name)).toEqual(['Scott McCloud', 'Chuck Austen']);
  });

  it('has one span on each page, which a place in it can be told by', async () => {
    const result = await convertedBytes(cbzToKepub, heavyComic(10).build());
    // The navigation document is a page too, and needs no span.
    expect(await verifyKepub(bytesAccess(result))).toEqual({ pages: 11, spans: 10 });
    const text = await KepubText.open(bytesAccess(result));
    expect(text.pages).toHaveLength(10);
    expect(placeAt(text, 50)).toMatchObject({ source: 'pages/0006.xhtml', value: 'kobo.1.1' });
  });

  it.each([
    ['what its record says', heavyComic(3).marking(2, 'FrontCover').build(), 'image-0003'],
    ['the file its record names', heavyComic(3).marking('page2.png', 'FrontCover').build(), 'image-0002'],
    ['the first page', heavyComic(3).build(), 'image-0001'],
    [
      'the first page where the record names none that is there',
      heavyComic(3).marking(9, 'FrontCover').build(),
      'image-0001',
    ],
  ])('has for a cover %s', async (_, comic, id) => {
    const { manifest } = await kepubOf(comic);
    expect(manifest.filter(({ properties }) => properties.includes('cover-image')).map((item) => item.id)).toEqual([
      id,
    ]);
  });

  it.each([
    ['YesAndRightToLeft', 'rtl'],
    ['Yes', 'ltr'],
    ['', 'ltr'],
  ])('turns pages as ComicInfo says: Manga "%s"', async (manga, direction) => {
    const { text } = await kepubOf(heavyComic().saying('Manga', manga).build());
    expect(text).toContain(`<spine toc="ncx" page-progression-direction="${direction}">`);
  });

  it('holds whatever text a record has, without breaking', async () => {
    const nasty = `A "quote" & <b>\u0001\u0085\uffff ]]> \n${'long '.repeat(2000)}`;
    const comic = heavyComic(3).titled(nasty).by(nasty).inSeries(nasty).saying('Publisher', nasty);
    const kepub = await kepubOf(comic.build());
    for (const name of ['package.opf', 'nav.xhtml', 'toc.ncx']) {
      const text = await textOf(kepub, name);
      expect(() => scanXml(text.replace(/^<\?xml.*?\?>\s*(?:<!DOCTYPE html>)?/, ''), () => ignored)).not.toThrow();
      // eslint-disable-next-line no-control-regex -- XML allows none of these
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(text.length).toBeLessThan(8000);
      expect(text).toContain('A "quote" &amp; '.replaceAll('"', '&quot;'));
    }
  });

  it('is called after its folder when nothing else gives it a name, and "Comic" when nothing at all does', async () => {
    const inFolder = aComic().withPages(3, 'Zot! 01 (1984)/').build();
    expect((await kepubOf(inFolder)).text).toContain('<dc:title>Zot! 01 (1984)</dc:title>');
    expect((await kepubOf(aComic().build())).text).toContain('<dc:title>Comic</dc:title>');
  });

  it('is made of a RAR as well, packed solid or under the other name', async () => {
    const rar = aRar();
    for (let at = 1; at <= 4; at += 1) rar.with(`page${at}.png`, heavyPage(at), { packed: true, solid: at > 1 });
    const result = await convertedBytes(cbzToKepub, rar.build());
    expect(await verifyKepub(bytesAccess(result))).toEqual({ pages: 5, spans: 4 });
    expect(await imagesShown(await kepubOf(rar.build()))).toHaveLength(4);
    const zip = heavyComic().build();
    expect(await convertedBytes(cbrToKepub, zip)).toEqual(await convertedBytes(cbzToKepub, zip));
  });

  it('has the same identifier for the same pages, whatever is said of them, and another for others', async () => {
    const identifier = async (comic: Uint8Array) => /urn:uuid:[\da-f-]{36}/.exec((await kepubOf(comic)).text)?.[0];
    const one = await identifier(heavyComic().build());
    expect(one).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(await identifier(heavyComic().titled('Other').buildRar(5))).toBe(one);
    expect(await identifier(heavyComic(7).build())).not.toBe(one);
  });

  it('has its pages in the order of the comic, however they are called', async () => {
    const name = fc
      .tuple(
        fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
        fc.constantFrom('.png', '.jpg', '.GIF', '.webp'),
      )
      .map(([stem, ending]) => `${stem.replaceAll(/[/\\\0]/g, '_').replace(/^\.+/, 'x')}${ending}`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), async (names) => {
        const zip = aZip();
        for (const [at, one] of names.entries())
          zip.with(one, pngCover({ width: 10 + at, height: 9 }), { stored: true });
        const comic = zip.build();
        const listed = await ZipArchive.open(bytesAccess(comic));
        fc.pre(
          listed.entries.length === names.length &&
            !names.some((one) => /^[a-z]:|^(?:__MACOSX|thumbs\.db)$/i.test(one)),
        );
        const { draft } = await readBook(bytesAccess(comic), 'a.cbz');
        const widths = (await imagesShown(await kepubOf(comic))).map((image) => Buffer.from(image).readUInt32BE(16));
        expect(widths).toHaveLength(draft.pageCount ?? 0);
        const shown = widths.map((width) => names[width - 10]!.replace(/\.\w+$/, ''));
        const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
        expect(shown).toEqual([...shown].sort(order.compare));
      }),
      { numRuns: 60 },
    );
  });
});
