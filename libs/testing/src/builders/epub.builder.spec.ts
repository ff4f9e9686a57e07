import { bytesAccess } from '@octavo/domain';
import { openEpub, readBook } from '@octavo/formats';
import { anEpub } from './epub.builder.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('an EPUB from the builder', () => {
  it('begins with its mimetype, stored', () => {
    expect(text(anEpub().build()).slice(30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  it('is the same for the same calls, and names itself differently otherwise', async () => {
    const uuid = async (title: string) =>
      (await readBook(bytesAccess(anEpub().titled(title).build()), 'a.epub')).draft.identifiers;
    expect(Buffer.compare(anEpub().withCover().build(), anEpub().withCover().build())).toBe(0);
    expect(await uuid('One')).not.toEqual(await uuid('Two'));
    expect(await uuid('One')).toEqual([{ scheme: 'uuid', value: expect.any(String) }]);
  });

  it.each(['2.0', '3.0'] as const)('of version %s lists what it holds and holds what it lists', async (version) => {
    const epub = await openEpub(
      bytesAccess(anEpub().version(version).withCover().withChapters(3).fixedLayout().build()),
    );
    const listed = epub.manifest.map(({ entry }) => entry?.name).sort();
    const held = epub.archive.entries
      .map(({ name }) => name)
      .filter((name) => name.startsWith('OEBPS/') && !name.endsWith('.opf'));
    expect(listed).toEqual(held.sort());
    expect(epub).toMatchObject({ version, layout: 'fixed', warnings: [] });
    expect(epub.spine).toHaveLength(3);
  });

  it('escapes what it is given', async () => {
    const book = anEpub().titled('A & B "C"').by('D & Co').inSeries('E & "F"', '1').version('2.0');
    expect((await readBook(bytesAccess(book.build()), 'a.epub')).draft).toMatchObject({
      title: 'A & B "C"',
      series: [{ name: 'E & "F"' }],
    });
  });

  it('can be broken on purpose', async () => {
    const broken = anEpub().without('OEBPS/content.opf').withFile('OEBPS/x.opf', '<package/>');
    expect((await openEpub(bytesAccess(broken.build()))).path).toBe('OEBPS/x.opf');
  });
});
