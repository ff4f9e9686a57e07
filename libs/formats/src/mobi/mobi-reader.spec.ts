import { bytesAccess, type BookDraft } from '@octavo/domain';
import { aMobi, aPalmDoc, pngCover, type MobiBuilder } from '@octavo/testing';
import { readBook } from '../readers.js';
import { countedAccess } from '../testing/counted-access.js';
import { readerContract } from '../testing/reader-contract.js';
import { azw3Reader, mobiReader } from './mobi-reader.js';

const emma = () => aMobi().titled('Emma').by('Jane Austen').withCover().withText('Emma Woodhouse, '.repeat(600));

readerContract('MOBI', mobiReader, () => ({ bytes: emma().build(), name: 'Jane Austen/Emma.mobi' }));
readerContract('joint MOBI', mobiReader, () => ({ bytes: emma().joint().build(), name: 'Emma.PRC' }));
readerContract('AZW3', azw3Reader, () => ({ bytes: emma().kf8().build(), name: 'Emma.azw3' }));
readerContract('AZW', azw3Reader, () => ({ bytes: emma().build(), name: 'Emma.azw' }));

const COVER = pngCover({ width: 300, height: 450, seed: 1 });
const OTHER = pngCover({ width: 200, height: 300, seed: 2 });

async function draftOf(book: MobiBuilder | Uint8Array, name = 'book.mobi'): Promise<BookDraft> {
  return (await readBook(bytesAccess(book instanceof Uint8Array ? book : book.build()), name)).draft;
}

describe('the format of a Kindle book', () => {
  it.each([
    ['Emma.mobi', 'mobi'],
    ['Emma.prc', 'mobi'],
    ['Emma', 'mobi'],
    ['Emma.azw3', 'azw3'],
    ['Emma.azw', 'azw3'],
  ])('is told by its name: %s is %s', async (name, format) => {
    expect((await readBook(bytesAccess(aMobi().build()), name)).format).toBe(format);
  });

  it.each([
    ['a KF8 called *.mobi', aMobi().kf8(), 'a.mobi', [/yet it is an AZW3/]],
    ['a MOBI called *.azw3', aMobi(), 'a.azw3', [/yet it is a MOBI/]],
    ['a joint file called *.mobi', aMobi().joint(), 'a.mobi', []],
    ['a KF8 called *.azw3', aMobi().kf8(), 'a.azw3', []],
    ['a KF8 called *.azw', aMobi().kf8(), 'a.azw', []],
    ['a MOBI called *.azw', aMobi(), 'a.azw', []],
  ])('is warned of where a device would trip: %s', async (_, book, name, warnings) => {
    expect((await draftOf(book, name)).warnings).toEqual(warnings.map((one) => expect.stringMatching(one)));
  });
});

describe('a Kindle book', () => {
  it('has two authors, its updated title and its cover', async () => {
    const book = aMobi().titled('Old title').by('Douglas Preston', 'Lincoln Child').withExth(503, 'Relic');
    const draft = await draftOf(book.withImage(OTHER).withCover(COVER));
    expect(draft).toMatchObject({
      title: 'Relic',
      contributors: [
        { name: 'Douglas Preston', role: 'author' },
        { name: 'Lincoln Child', role: 'author' },
      ],
      cover: { width: 300, height: 450, mediaType: 'image/png' },
      warnings: [],
    });
    expect(Buffer.compare(draft.cover?.bytes ?? new Uint8Array(), COVER)).toBe(0);
    expect(draft.drm).toBeUndefined();
  });

  it.each([1, 2])('that is locked (type %i) says so and what it is, with its cover', async (type) => {
    const draft = await draftOf(emma().encrypted(type));
    expect(draft).toMatchObject({
      drm: 'kindle',
      title: 'Emma',
      contributors: [{ name: 'Jane Austen' }],
      warnings: [],
    });
    expect(draft.cover).toBeDefined();
  });

  it('gives everything its header says', async () => {
    const book = aMobi()
      .titled('The Left Hand of Darkness')
      .by('Le Guin, Ursula K.')
      .withExth(101, 'Ace Books')
      .withExth(103, '<div><b>Winter</b> &amp; war<script>alert(1)</script></div>')
      .withExth(104, '978-0-441-47812-5')
      .withExth(105, 'Science Fiction; Gender')
      .withExth(105, 'Classics')
      .withExth(106, '1969-03-01T00:00:00+00:00')
      .withExth(108, 'calibre (7.0) [https://calibre-ebook.com]')
      .withExth(112, 'calibre:0b4d1c9e-7d1a-4f0e-9a8e-0123456789ab')
      .withExth(113, 'B00YBA7PGW')
      .withExth(501, 'PDOC')
      .withExth(504, 'B00YBA7PGW')
      .withExth(524, 'en-gb');
    expect(await draftOf(book)).toMatchObject({
      title: 'The Left Hand of Darkness',
      contributors: [{ name: 'Ursula K. Le Guin', sortName: 'Le Guin, Ursula K.', role: 'author' }],
      publisher: 'Ace Books',
      description: '<p><b>Winter</b> &amp; war</p>',
      identifiers: [
        { scheme: 'isbn', value: '9780441478125' },
        { scheme: 'calibre', value: '0b4d1c9e-7d1a-4f0e-9a8e-0123456789ab' },
        { scheme: 'asin', value: 'B00YBA7PGW' },
      ],
      subjects: ['Science Fiction', 'Gender', 'Classics'],
      published: { year: 1969, month: 3, day: 1 },
      language: 'en-GB',
      series: [],
      layout: 'reflowable',
      warnings: [],
    });
  });

  it.each<[string, [number, string], BookDraft['identifiers']]>([
    [
      'a UUID for an ASIN',
      [113, '0b4d1c9e-7d1a-4f0e-9a8e-0123456789ab'],
      [{ scheme: 'uuid', value: '0b4d1c9e-7d1a-4f0e-9a8e-0123456789ab' }],
    ],
    ['no ASIN at all', [113, 'EBOK-12'], []],
    ['the ISBN-10 of the printed book', [113, '0441478123'], [{ scheme: 'isbn', value: '9780441478125' }]],
    ['a wrong ISBN', [104, '9780441478126'], []],
    ['an ISBN as the source', [112, 'urn:isbn:9780441478125'], [{ scheme: 'isbn', value: '9780441478125' }]],
    ['a sentence as the source', [112, 'Source: my shelf'], []],
  ])('carries %s in field %j', async (_, [type, value], identifiers) => {
    expect((await draftOf(aMobi().withExth(type, value))).identifiers).toEqual(identifiers);
  });

  it.each([
    ['joined by "&"', ['Terry Pratchett & Neil Gaiman']],
    ['joined by ";", the other way round', ['Pratchett, Terry; Gaiman, Neil']],
    ['in a field each', ['Terry Pratchett', 'Neil Gaiman']],
  ])('may have its authors %s', async (_, authors) => {
    const { contributors } = await draftOf(aMobi().by(...authors));
    expect(contributors.map(({ name }) => name)).toEqual(['Terry Pratchett', 'Neil Gaiman']);
  });

  it('never takes the name of its database for a title', async () => {
    const draft = await draftOf(aMobi().titled('').palmNamed('Pride_and_Prejudi-by_Jane_Aust'));
    expect(draft.title).toBeUndefined();
    expect(draft.warnings).toEqual(['The book does not name its title.']);
  });

  it('without an EXTH header still has its full name and its language', async () => {
    expect(await draftOf(aMobi().titled('Emma').withoutExth().inLocale(0x0809))).toMatchObject({
      title: 'Emma',
      language: 'en-GB',
      warnings: [],
    });
  });

  it.each([
    ['UTF-8', aMobi().titled('Les Misérables').by('Émile Zola')],
    ['windows-1252', aMobi().inCodePage(1252).titled('Les Misérables').by('Émile Zola')],
  ])('is read in %s', async (_, book) => {
    expect(await draftOf(book)).toMatchObject({ title: 'Les Misérables', contributors: [{ name: 'Émile Zola' }] });
  });

  it('has fixed pages where it says so', async () => {
    expect((await draftOf(aMobi().withExth(122, 'true'))).layout).toBe('fixed');
    expect((await draftOf(aMobi().withExth(122, 'false'))).layout).toBe('reflowable');
  });

  it('of text alone (PalmDOC) has no title', async () => {
    expect(await draftOf(aPalmDoc(), 'text.prc')).toMatchObject({ warnings: ['The book does not name its title.'] });
    expect((await draftOf(aPalmDoc(), 'text.prc')).title).toBeUndefined();
  });
});

it('a large Kindle book is read in few and small pieces', async () => {
  const book = aMobi().withText('x'.repeat(20_000_000)).withCover();
  const source = countedAccess(book.build());
  expect((await mobiReader.read(source, 'large.mobi')).cover).toBeDefined();
  expect(source.reads.length).toBeLessThanOrEqual(8);
  expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(200_000);
});
