import { bytesAccess, DomainError, type BookDraft } from '@octavo/domain';
import { aComic, anEpub, aRar, aZip, pngCover } from '@octavo/testing';
import { readBook, readerFor } from '../readers.js';
import { readerContract } from '../testing/reader-contract.js';
import { cbrReader, cbzReader } from './comic-reader.js';

const comic = () => aComic().titled('Zot!').inSeries('Zot!', '1').by('Scott McCloud').marking(0, 'FrontCover');

readerContract('CBZ', cbzReader, () => ({ bytes: comic().build(), name: 'Scott McCloud/Zot 01.cbz' }));
readerContract('CBZ called a CBR', cbzReader, () => ({ bytes: comic().build(), name: 'Zot 01.cbr' }));
readerContract('CBR', cbrReader, () => ({ bytes: comic().buildRar(5), name: 'Scott McCloud/Zot 01.cbr' }));
readerContract('RAR 4 CBR', cbrReader, () => ({ bytes: comic().buildRar(4), name: 'Zot 01.CBZ' }));

const format = (bytes: Uint8Array, name: string) => readerFor(bytes.subarray(0, 80), name)?.format;
const read = async (bytes: Uint8Array, name = 'Zot 01.cbz') => (await readBook(bytesAccess(bytes), name)).draft;
const problemOf = (bytes: Uint8Array, name?: string) =>
  read(bytes, name).then(
    () => 'none',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );
const size = ({ cover }: BookDraft) => (cover === undefined ? 'none' : `${cover.width}x${cover.height}`);

describe('the reader of a comic', () => {
  const zip = comic().build();
  const rar = comic().buildRar();

  it.each([
    ['a zip, by name', zip, 'Zot.cbz', 'cbz'],
    ['a zip that is called a RAR', zip, 'Zot.cbr', 'cbz'],
    ['a RAR, by name', rar, 'Zot.CBR', 'cbr'],
    ['a RAR that is called a zip', rar, 'Zot.cbz', 'cbr'],
    ['a RAR 4', comic().buildRar(4), 'Zot.cbr', 'cbr'],
    ['damage, by its name', new Uint8Array(80), 'Zot.cbz', 'cbz'],
    ['damage, by its other name', new Uint8Array(80), 'Zot.cbr', 'cbr'],
    ['no zip of another name', zip, 'Zot.zip', undefined],
    ['no RAR of another name', rar, 'Zot.rar', undefined],
    ['no EPUB that is called a comic', anEpub().build(), 'Zot.cbz', 'epub'],
    ['no picture that is called a comic', pngCover(), 'Zot.cbz', undefined],
  ])('knows %s', (_, bytes, name, expected) => expect(format(bytes, name)).toBe(expected));

  it.each([
    ['a zip', comic().build()],
    ['a RAR', comic().buildRar(5)],
    ['a RAR 4', comic().buildRar(4)],
  ])('gives the same from %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({
      title: 'Zot!',
      series: [{ name: 'Zot!', number: '1' }],
      contributors: [{ name: 'Scott McCloud', role: 'author' }],
      pageCount: 3,
      layout: 'fixed',
      cover: { mediaType: 'image/png', width: 210, height: 300 },
      warnings: [],
    });
  });

  it('finds record, cover and pages in a folder, among what systems leave behind', async () => {
    const bytes = aComic()
      .titled('Zot!')
      .marking(1, 'FrontCover')
      .withInfoAt('Zot/comicinfo.XML')
      .withPages(12, 'Zot/')
      .withFile('__MACOSX/Zot/._1.png', 'shadow')
      .withFile('__MACOSX/Zot/0.png', pngCover({ width: 999 }))
      .withFile('Zot/.hidden.png', pngCover())
      .withFile('Zot/Thumbs.db', 'x')
      .withFile('Zot/0.png', '')
      .withFile('Zot/read me.txt', 'x')
      .build();
    const draft = await read(bytes);
    expect(draft).toMatchObject({ title: 'Zot!', pageCount: 12, warnings: [] });
    expect(size(draft)).toBe('220x300');
  });

  it('takes the record that stands highest, whatever its case', async () => {
    const bytes = aComic()
      .withFile('a/b/ComicInfo.xml', '<ComicInfo><Title>Deep</Title></ComicInfo>')
      .withFile('a/COMICINFO.XML', '<ComicInfo><Title>Higher</Title></ComicInfo>')
      .withFile('z/ComicInfo.xml', '<ComicInfo><Title>Later</Title></ComicInfo>')
      .build();
    expect(await read(bytes)).toMatchObject({ title: 'Higher' });
  });

  it('leaves unknown what a comic without a record does not say', async () => {
    const { cover, ...draft } = await read(aComic().build());
    expect(cover).toBeDefined();
    expect(draft).toEqual({
      contributors: [],
      series: [],
      identifiers: [],
      subjects: [],
      pageCount: 3,
      layout: 'fixed',
      warnings: [],
    });
  });

  it('gives the record of a comic without pages', async () => {
    const draft = await read(comic().withPages(0).build());
    expect(draft).toMatchObject({ title: 'Zot!', warnings: [] });
    expect(draft.pageCount).toBeUndefined();
  });

  it.each([
    ['without pages and record', aZip().with('read me.txt', 'x').build(), 'file.unreadable'],
    ['that is an empty zip', aZip().build(), 'file.unreadable'],
    ['that is an empty RAR', aRar().build(), 'file.unreadable'],
    ['whose files all lead outside, in a zip', aZip().with('../../1.png', pngCover()).build(), 'archive.climbs-out'],
    ['whose files all lead outside, in a RAR', aRar().with('../../1.png', pngCover()).build(), 'archive.climbs-out'],
  ])('refuses an archive %s', async (_, bytes, code) => expect(await problemOf(bytes)).toBe(code));

  it.each([
    ['a broken record', '<ComicInfo>'.repeat(300), 'An XML file in the archive is nested too deeply.'],
    ['a record that is none', '<html/>', '"ComicInfo.xml" is not what it is called.'],
  ])('warns of %s and reads the rest', async (_, text, warning) => {
    const draft = await read(aComic().withFile('ComicInfo.xml', text).build());
    expect(draft).toMatchObject({ pageCount: 3, warnings: [warning] });
    expect(size(draft)).toBe('210x300');
  });

  it('never unpacks a record or a page beyond what a comic may hold', async () => {
    const pages = aZip().with('2.png', pngCover(), { stored: true }).withBomb('1.png', 70_000_000);
    const draft = await read(pages.withBomb('ComicInfo.xml', 6_000_000).build());
    expect(draft).toMatchObject({ pageCount: 2, cover: { width: 400 } });
    expect(draft.warnings).toEqual(['"ComicInfo.xml" unpacks to more than a book may hold.']);
  });

  it.each([
    ['a zip', aZip().with('1.png', pngCover(), { encrypted: true }).with('ComicInfo.xml', info('Zot!')).build()],
    ['a RAR', aRar().with('1.png', pngCover(), { encrypted: true }).with('ComicInfo.xml', info('Zot!')).build()],
    ['a RAR 4', aRar(4).with('1.png', pngCover(), { encrypted: true }).with('ComicInfo.xml', info('Zot!')).build()],
  ])('reads what is not locked of %s with a password', async (_, bytes) => {
    const draft = await read(bytes);
    expect(draft).toMatchObject({ title: 'Zot!', drm: 'password', pageCount: 1, warnings: [] });
    expect(draft.cover).toBeUndefined();
  });

  it('looks into no record that is locked', async () => {
    const zip = aZip().with('1.png', pngCover()).with('ComicInfo.xml', info('Zot!'), { encrypted: true });
    const draft = await read(zip.build());
    expect(draft).toMatchObject({ drm: 'password', cover: { width: 400 }, warnings: [] });
    expect(draft.title).toBeUndefined();
  });

  it('does not count pages where there are more than could be found', async () => {
    const draft = await read(aRar().asVolume().with('1.png', pngCover()).build(), 'Zot.cbr');
    expect(draft).toMatchObject({ cover: { width: 400 } });
    expect(draft.pageCount).toBeUndefined();
    expect(draft.warnings).toHaveLength(1);
  });

  it.each([4, 5] as const)('knows a RAR %s whose very list is locked', async (version) => {
    const draft = await read(aRar(version).with('1.png', pngCover()).withLockedHeaders().build(), 'Zot.cbr');
    expect(draft).toMatchObject({ drm: 'password', warnings: [] });
    expect(draft.pageCount).toBeUndefined();
  });
});

function info(title: string): string {
  return `<ComicInfo><Title>${title}</Title></ComicInfo>`;
}
