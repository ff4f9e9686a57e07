import { bytesAccess, type BookDraft } from '@octavo/domain';
import { anFb2, aZip, FB2_ENCODINGS, pngCover, type Fb2Builder } from '@octavo/testing';
import { readBook } from '../readers.js';
import { readerContract } from '../testing/reader-contract.js';
import { fb2Reader } from './fb2-reader.js';

const emma = () => anFb2().titled('Emma').by({ first: 'Jane', last: 'Austen' }).inSeries('Novels', '4').withCover();

readerContract('FB2', fb2Reader, () => ({ bytes: emma().build(), name: 'Jane Austen/Emma.fb2' }));
readerContract('UTF-16 FB2', fb2Reader, () => ({ bytes: emma().encodedAs('utf-16be').build(), name: 'Emma.FB2' }));
readerContract('zipped FB2', fb2Reader, () => ({ bytes: emma().zipped().build(), name: 'Emma.fb2.zip' }));
readerContract('FBZ', fb2Reader, () => ({ bytes: emma().zipped('Emma.fb2').build(), name: 'Emma.fbz' }));
readerContract('gzipped FB2', fb2Reader, () => ({ bytes: emma().gzipped().build(), name: 'Emma.fb2.gz' }));

const COVER = pngCover({ width: 300, height: 450, seed: 1 });
const OTHER = pngCover({ width: 200, height: 300, seed: 2 });

async function draftOf(book: Fb2Builder | Uint8Array | string, name = 'book.fb2'): Promise<BookDraft> {
  const bytes = typeof book === 'string' ? Buffer.from(book) : book instanceof Uint8Array ? book : book.build();
  return (await readBook(bytesAccess(bytes), name)).draft;
}
const sizeOf = ({ cover }: BookDraft) => (cover === undefined ? 'none' : `${cover.width}x${cover.height}`);

const russian = () =>
  anFb2()
    .titled('Пикник на обочине')
    .by({ first: 'Аркадий', middle: 'Натанович', last: 'Стругацкий' })
    .inSeriesWithin('Миры братьев Стругацких', 'Мир Полудня', '7')
    .withTitleInfo('<annotation><p>Повесть & <emphasis>зона</emphasis>.</p></annotation>')
    .withBinary('other.png', OTHER)
    .withCover(COVER, 'обложка.png');

describe('an FB2', () => {
  it.each(FB2_ENCODINGS)('is read in %s', async (encoding) => {
    const draft = await draftOf(russian().encodedAs(encoding));
    expect(draft).toMatchObject({
      title: 'Пикник на обочине',
      contributors: [
        { name: 'Аркадий Натанович Стругацкий', sortName: 'Стругацкий, Аркадий Натанович', role: 'author' },
      ],
      series: [{ name: 'Мир Полудня', number: '7' }, { name: 'Миры братьев Стругацких' }],
      description: '<p>Повесть &amp; <em>зона</em>.</p>',
      warnings: [],
    });
    expect(sizeOf(draft)).toBe('300x450');
    expect(Buffer.compare(draft.cover?.bytes ?? new Uint8Array(), COVER)).toBe(0);
  });

  it.each([
    ['in a zip', russian().encodedAs('windows-1251').zipped('Книги/Пикник.FB2'), 'p.fb2.zip'],
    ['in a zip called *.fb2', russian().zipped(), 'p.fb2'],
    ['in gzip', russian().encodedAs('windows-1251').gzipped(), 'p.fb2.gz'],
    ['plain, called *.fbz', russian(), 'p.fbz'],
  ])('is read %s', async (_, book, name) => {
    const draft = await draftOf(book, name);
    expect(draft).toMatchObject({ title: 'Пикник на обочине', warnings: [] });
    expect(sizeOf(draft)).toBe('300x450');
  });

  it('is the largest of several in a zip', async () => {
    const zip = aZip()
      .with('notes.fb2', anFb2().titled('Notes').build())
      .with('__MACOSX/._Emma.fb2', anFb2().titled('Mac').withBody('<p/>'.repeat(500)).build())
      .with('._Emma.fb2', anFb2().titled('Mac').withBody('<p/>'.repeat(500)).build())
      .with('Emma.fb2', emma().build())
      .with('cover.jpg', Buffer.alloc(50_000));
    expect((await draftOf(zip.build(), 'x.fbz')).title).toBe('Emma');
  });

  it('may be stored in the zip, not packed', async () => {
    expect((await draftOf(aZip().with('e.fb2', emma().build(), { stored: true }).build(), 'x.fbz')).title).toBe('Emma');
  });

  it('gives everything its description says', async () => {
    const book = anFb2()
      .titled('Hobbit, The')
      .by({ first: 'John', middle: 'R. R.', last: 'Tolkien' })
      .translatedBy({ first: 'Наталья', last: 'Рахманова' })
      .withTitleInfo('<genre match="80">sf_fantasy</genre><genre>sf_litrpg</genre>')
      .withTitleInfo('<keywords>dragons, rings; dragons</keywords><date value="1937-01-01">1937</date>')
      .withTitleInfo('<src-lang>en</src-lang>')
      .withPublishInfo('<book-name>The Hobbit (illustrated)</book-name><publisher>Азбука</publisher><year>2015</year>')
      .withPublishInfo('<isbn>978-0-261-10221-7 (HB), 5-17-013456-X; 0-441-47812-3</isbn>');
    expect(await draftOf(book)).toMatchObject({
      title: 'The Hobbit',
      contributors: [
        { name: 'John R. R. Tolkien', sortName: 'Tolkien, John R. R.', role: 'author' },
        { name: 'Наталья Рахманова', sortName: 'Рахманова, Наталья', role: 'translator' },
      ],
      publisher: 'Азбука',
      published: { year: 2015 },
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780261102217' },
        { scheme: 'isbn', value: '9780441478125' },
      ],
      subjects: ['Classics', 'Fantasy', 'sf_litrpg', 'dragons', 'rings'],
      layout: 'reflowable',
      warnings: [],
    });
  });

  it('was not published when it was written', async () => {
    const draft = await draftOf(anFb2().withTitleInfo('<date value="1937-09-21">1937</date>'));
    expect(draft.published).toBeUndefined();
    expect(draft.warnings).toEqual([]);
  });

  it('is not by whoever made the file, nor in the language of the original', async () => {
    const description = `<title-info><book-title>Emma</book-title></title-info>
      <src-title-info><author><last-name>Austen</last-name></author><lang>en</lang></src-title-info>
      <document-info><author><nickname>converter</nickname></author><date>2008</date></document-info>`;
    const draft = await draftOf(anFb2().withDescription(description));
    expect(draft).toMatchObject({ title: 'Emma', contributors: [] });
    expect(draft.language).toBeUndefined();
  });

  it.each([
    ['a nickname', { nickname: 'Teffi' }, [{ name: 'Teffi', role: 'author' }]],
    ['a name before a nickname', { last: 'Lem', nickname: 'sl' }, [{ name: 'Lem', role: 'author' }]],
    [
      'both names in one',
      { last: 'Herbert, Frank' },
      [{ name: 'Frank Herbert', sortName: 'Herbert, Frank', role: 'author' }],
    ],
    [
      'two people in one',
      { last: 'A Bee & C Dee' },
      [
        { name: 'A Bee', role: 'author' },
        { name: 'C Dee', role: 'author' },
      ],
    ],
    ['nobody', { first: 'Автор', last: 'неизвестен' }, []],
    ['nobody, in English', { last: 'Unknown' }, []],
    ['nothing', {}, []],
  ])('may name its author as %s', async (_, person, contributors) => {
    expect((await draftOf(anFb2().by(person))).contributors).toEqual(contributors);
  });

  it('may name its author without the elements for it', async () => {
    const draft = await draftOf(anFb2().withTitleInfo('<author>Jane Austen</author>'));
    expect(draft.contributors).toEqual([{ name: 'Jane Austen', role: 'author' }]);
  });

  it('takes the publisher’s name for it where it has no title of its own', async () => {
    expect((await draftOf(anFb2().titled('').withPublishInfo('<book-name>Emma</book-name>'))).title).toBe('Emma');
  });

  it.each([
    ['several', anFb2().inSeries('A', '1').inSeries('B'), [{ name: 'A', number: '1' }, { name: 'B' }]],
    [
      'one within another',
      anFb2().inSeriesWithin('Star Wars', 'Thrawn', '2'),
      [{ name: 'Thrawn', number: '2' }, { name: 'Star Wars' }],
    ],
    [
      'the publisher’s last',
      anFb2().withPublishInfo('<sequence name="Penguin Classics" number="12"/>').inSeries('A', '03'),
      [
        { name: 'A', number: '3' },
        { name: 'Penguin Classics', number: '12' },
      ],
    ],
    [
      'the same twice, with the number of either',
      anFb2().inSeries('A').withPublishInfo('<sequence name="a" number="4"/>'),
      [{ name: 'A', number: '4' }],
    ],
    ['one without a name', anFb2().inSeries('', '1'), []],
  ])('may be of series: %s', async (_, book, series) => expect((await draftOf(book)).series).toEqual(series));
});
