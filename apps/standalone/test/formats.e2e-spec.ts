import type { Book } from '@octavo/contracts';
import {
  aComic,
  aFlac,
  aMobi,
  anEpub,
  anFb2,
  anM4b,
  anMp3,
  anOgg,
  anOpus,
  aPdf,
  jpegCover,
  pngCover,
} from '@octavo/testing';
import { type House, startHouse, until } from './house.js';
import { snapshotOf } from './snapshot.js';

const opf = (title: string) => `<?xml version='1.0' encoding='utf-8'?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:opf="http://www.idpf.org/2007/opf"><dc:title>${title}</dc:title>
  <dc:creator opf:file-as="Austen, Jane" opf:role="aut">Jane Austen</dc:creator>
  <meta name="calibre:series" content="Novels"/><meta name="calibre:series_index" content="4.0"/>
</metadata></package>`;
const CALIBRE = 'Jane Austen/Emma (12)';
const part = (n: number) => anMp3().titled(`Chapter ${n}`).onAlbum('Persuasion').by('Jane Austen').track(n).lasting(60);

describe('a folder with a bit of everything', () => {
  let house: House;
  let before: Map<string, string>;

  beforeAll(async () => {
    house = await startHouse('postgres', {
      [`${CALIBRE}/Emma - Jane Austen.epub`]: anEpub().titled('emma (draft 3)').by('J. A.').build(),
      [`${CALIBRE}/Emma - Jane Austen.azw3`]: aMobi().titled('emma (draft 3)').by('J. A.').build(),
      [`${CALIBRE}/Emma - Jane Austen.pdf`]: aPdf().titled('emma (draft 3)').build(),
      [`${CALIBRE}/cover.jpg`]: await jpegCover({ width: 300, height: 500 }),
      [`${CALIBRE}/metadata.opf`]: Buffer.from(opf('Emma')),
      'Comics/One.cbz': aComic().titled('The Will').inSeries('Saga', '1').by('Brian K. Vaughan').withPages(3).build(),
      'Comics/Two.cbr': aComic().titled('The Lie').inSeries('Saga', '2').withPages(2).buildRar(),
      'Paper.pdf': aPdf().titled('On Paper').by('A. Writer').withPages(2).build(),
      'Sealed.pdf': aPdf().titled('Sealed').encrypted({ user: 'sesame' }).build(),
      'Shop.mobi': aMobi().titled('From the Shop').by('B. Uyer').encrypted().build(),
      'War.fb2.zip': anFb2().titled('War and Peace').by({ first: 'Leo', last: 'Tolstoy' }).withCover().zipped().build(),
      'Persuasion/02.mp3': part(2).build(),
      'Persuasion/01.mp3': part(1).withCover(pngCover()).build(),
      'Lady Susan.m4b': anM4b()
        .titled('Lady Susan')
        .by('Jane Austen')
        .readBy('H. Reader')
        .lasting(120)
        .withChapter('Letter 1', 0)
        .withChapter('Letter 2', 60)
        .build(),
      'Bought.aax': anM4b().branded('aax ').titled('Bought').lasting(30).build(),
      'Flac/Short.flac': aFlac().titled('Flat').onAlbum('Flat').lasting(9).build(),
      'Ogg/Short.ogg': anOgg().titled('Ogre').onAlbum('Ogre').lasting(9).build(),
      'Opus/Short.opus': anOpus().titled('Opus One').onAlbum('Opus One').lasting(9).build(),
    });
    before = await snapshotOf(house.books);
    await until('all to be read', async () => (await house.admin.get('/api/books?limit=50')).body.total === 13);
    await house.quiet();
  });
  afterAll(() => house?.close());

  async function called(title: string): Promise<Book> {
    const { items } = (await house.admin.get(`/api/books?q=${encodeURIComponent(title)}`)).body;
    expect(items.map((book: Book) => book.title)).toContain(title);
    return items.find((book: Book) => book.title === title);
  }
  const formatsOf = (book: Book) => book.files.map(({ format }) => format).toSorted();
  const coverOf = async (book: Book) => (await house.admin.get(book.coverUrl!)).headers.get('content-type');

  it('takes a folder of calibre for one book, as its OPF and its picture have it', async () => {
    const emma = await called('Emma');
    expect(formatsOf(emma)).toEqual(['azw3', 'epub', 'pdf']);
    expect(emma).toMatchObject({
      contributors: [{ name: 'Jane Austen', role: 'author' }],
      series: [{ name: 'Novels', number: '4' }],
      status: 'READY',
    });
    expect(await coverOf(emma)).toMatch(/^image\//);
  });

  it.each([
    ['The Will', 'cbz', true],
    ['The Lie', 'cbr', true],
    ['On Paper', 'pdf', true],
    ['War and Peace', 'fb2', true],
    ['Flat', 'flac', false],
    ['Ogre', 'ogg', false],
    ['Opus One', 'opus', false],
  ])('reads %s, a %s', async (title, format, drawn) => {
    const book = await called(title);
    expect(formatsOf(book)).toEqual([format]);
    expect(book).toMatchObject({ status: 'READY', files: [{ drm: null, problem: null }] });
    if (drawn) expect(await coverOf(book)).toMatch(/^image\//);
    else expect(book.files[0]!.durationSec).toBeCloseTo(9, 0);
  });

  it.each([
    ['Sealed', 'password'],
    ['From the Shop', 'kindle'],
    ['Bought', 'audible'],
  ])('shows that %s is locked (%s), which is no error', async (title, drm) => {
    const book = await called(title);
    expect(book).toMatchObject({ status: 'READY', files: [{ drm, problem: null }] });
    expect(book.files[0]!.kepub.state).toBe('NONE');
  });

  it('takes numbered files on one album for one audiobook, with all its time', async () => {
    const book = await called('Persuasion');
    expect(formatsOf(book)).toEqual(['mp3', 'mp3']);
    const seconds = book.files.map(({ durationSec }) => durationSec ?? 0).reduce((sum, one) => sum + one);
    expect(Math.round(seconds)).toBe(120);
    expect(await coverOf(book)).toMatch(/^image\//);
  });

  it('keeps the chapters and the voice of an M4B', async () => {
    const book = await called('Lady Susan');
    expect(book.contributors).toEqual([
      { name: 'Jane Austen', role: 'author' },
      { name: 'H. Reader', role: 'narrator' },
    ]);
    expect(book.files[0]!.chapters).toEqual([
      { title: 'Letter 1', startSec: 0 },
      { title: 'Letter 2', startSec: 60 },
    ]);
  });

  it('has touched none of the files', async () => {
    expect(await snapshotOf(house.books)).toEqual(before);
  });

  it('reads a book again whose OPF changes, and makes no other book of it', async () => {
    const { id } = await called('Emma');
    await house.drop(`${CALIBRE}/metadata.opf`, Buffer.from(opf('Emma, or the Matchmaker')));
    const book = await until('the new title', async () => {
      const { body } = await house.admin.get(`/api/books/${id}`);
      return body.title === 'Emma, or the Matchmaker' && (body as Book);
    });
    expect(formatsOf(book)).toEqual(['azw3', 'epub', 'pdf']);
    expect((await house.admin.get('/api/books?limit=1')).body.total).toBe(13);
  });
});
