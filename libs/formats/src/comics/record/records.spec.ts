import { bytesAccess, type BookDraft } from '@octavo/domain';
import { aComic, aZip, pngCover } from '@octavo/testing';
import fc from 'fast-check';
import { readBook } from '../../readers.js';

const read = async (bytes: Uint8Array) => (await readBook(bytesAccess(bytes), 'Zot 01.cbz')).draft;
const fromInfo = (fields: string): Promise<BookDraft> =>
  read(aComic().withFile('ComicInfo.xml', `<ComicInfo xmlns:xsi="x">${fields}</ComicInfo>`).build());

const METRON = `<?xml version="1.0" encoding="UTF-8"?>
<MetronInfo>
  <IDS><ID source="Comic Vine" primary="true">290431</ID><ID source="Metron">12</ID><ID source="Nowhere">1</ID></IDS>
  <Publisher id="4"><Name>Eclipse</Name><Imprint>Other</Imprint></Publisher>
  <Series lang="en"><Name>Zot!</Name><SortName>Zot</SortName><Volume>2</Volume></Series>
  <Number>10.5</Number>
  <Stories><Story>The Eyes of Dekko</Story></Stories>
  <Summary>A boy from a far-flung future.</Summary>
  <CoverDate>1985-07-01</CoverDate>
  <Genres><Genre>Superhero</Genre></Genres>
  <Tags><Tag>Robots</Tag></Tags>
  <GTIN><ISBN>9780061537271</ISBN><UPC>76194134194</UPC></GTIN>
  <Credits>
    <Credit><Creator id="1">Scott McCloud</Creator><Roles><Role>Writer</Role><Role>Penciller</Role></Roles></Credit>
    <Credit><Creator>Bob Lappan</Creator><Roles><Role>Letterer</Role></Roles></Credit>
  </Credits>
</MetronInfo>`;

const COMET = `<comet xmlns="http://www.denvog.com/comet/"><title>The Eyes of Dekko</title><series>Zot!</series>
  <issue>3</issue><publisher>Eclipse</publisher><date>1985-07</date><genre>Superhero</genre><genre>Humour</genre>
  <language>en</language><writer>Scott McCloud</writer><coverDesigner>Bob Lappan</coverDesigner>
  <description>A boy.</description><coverImage>2.png</coverImage></comet>`;

const BOOK_INFO = {
  appID: 'ComicBookLover/888',
  'ComicBookInfo/1.0': {
    series: 'Zot!',
    title: 'The Eyes of Dekko',
    publisher: 'Eclipse',
    publicationMonth: 7,
    publicationYear: 1985,
    issue: 3,
    language: 'English',
    genre: 'Superhero',
    comments: 'A boy.',
    tags: ['Robots', 7],
    credits: [
      { person: 'Scott McCloud', role: 'Writer', primary: true },
      { person: 'Bob Lappan', role: 'Cover' },
      'nobody',
    ],
  },
};
const withComment = (comment: unknown) =>
  aZip()
    .with('1.png', pngCover())
    .withComment(typeof comment === 'string' ? comment : JSON.stringify(comment))
    .build();

describe('what a comic says of itself', () => {
  it('is read from ComicInfo.xml', async () => {
    const draft = await fromInfo(`
      <Title>The Eyes of Dekko</Title><Series>Zot!</Series><Number>01</Number><Count>36</Count><Volume>1984</Volume>
      <AlternateSeries>The Black &amp; White Years</AlternateSeries><AlternateNumber>1</AlternateNumber>
      <Summary>A boy from a &lt;b&gt;far-flung&lt;/b&gt; future.</Summary><Year>1984</Year><Month>4</Month><Day>2</Day>
      <Writer>Scott McCloud</Writer><Penciller>Scott McCloud</Penciller><Inker>A Bee; C Dee</Inker>
      <Colorist>Denis McFarling</Colorist><Letterer>Todd Klein</Letterer><CoverArtist>E Eff</CoverArtist>
      <Editor>Cat Yronwode</Editor><Translator>G Haitch</Translator><Publisher>Eclipse</Publisher>
      <Genre>Superhero, Humour</Genre><Tags>Robots, superhero</Tags><Characters>Zot</Characters>
      <Web>https://comicvine.gamespot.com/zot-1/4000-25042/</Web><PageCount>99</PageCount><LanguageISO>en</LanguageISO>
      <Manga>No</Manga><AgeRating>Everyone</AgeRating><CommunityRating>4</CommunityRating><GTIN>9780061537271</GTIN>`);
    expect({ ...draft, cover: undefined }).toEqual({
      title: 'The Eyes of Dekko',
      series: [
        { name: 'Zot!', number: '1' },
        { name: 'The Black & White Years', number: '1' },
      ],
      description: 'A boy from a <b>far-flung</b> future.',
      published: { year: 1984, month: 4, day: 2 },
      contributors: [
        { name: 'Scott McCloud', role: 'author' },
        { name: 'Scott McCloud', role: 'penciller' },
        { name: 'A Bee', role: 'inker' },
        { name: 'C Dee', role: 'inker' },
        { name: 'Denis McFarling', role: 'colorist' },
        { name: 'Todd Klein', role: 'letterer' },
        { name: 'E Eff', role: 'coverArtist' },
        { name: 'Cat Yronwode', role: 'editor' },
        { name: 'G Haitch', role: 'translator' },
      ],
      publisher: 'Eclipse',
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780061537271' },
        { scheme: 'comicvine', value: '25042' },
      ],
      subjects: ['Superhero', 'Humour', 'Robots'],
      pageCount: 3,
      layout: 'fixed',
      warnings: [],
    });
  });

  it('counts nothing where programs write -1: "1-3" of -1, in the year -1', async () => {
    const draft = await fromInfo(
      '<Series>Zot!</Series><Number>1-3</Number><Count>-1</Count><Volume>-1</Volume><Year>-1</Year><Month>-1</Month><Day>-1</Day>',
    );
    expect(draft).toMatchObject({ title: 'Zot! #1-3', series: [{ name: 'Zot!', number: '1-3' }], warnings: [] });
    expect(draft.published).toBeUndefined();
  });

  it.each([
    ['a year', '<Year>1984</Year><Month>-1</Month>', { year: 1984 }],
    ['a month', '<Year>1984</Year><Month>4</Month><Day>0</Day>', { year: 1984, month: 4 }],
    ['no month without a year', '<Month>4</Month><Day>2</Day>', undefined],
    ['no day without a month', '<Year>1984</Year><Day>2</Day>', { year: 1984 }],
    ['no month there is not', '<Year>1984</Year><Month>13</Month>', { year: 1984 }],
  ])('is dated as far as it is known: %s', async (_, fields, published) => {
    expect((await fromInfo(fields)).published).toEqual(published);
  });

  it('is undated, without a word, where programs write 0', async () => {
    const draft = await fromInfo('<Title>x</Title><Year>0</Year><Month>0</Month><Day>0</Day>');
    expect(draft.warnings).toEqual([]);
    expect(draft.published).toBeUndefined();
  });

  it('says so of a date that is none', async () => {
    expect(await fromInfo('<Title>x</Title><Year>9999</Year>')).toMatchObject({
      warnings: ['The date "9999" is not a publication date.'],
    });
  });

  it.each([
    ['no publisher', '<Publisher>Unknown</Publisher>', { publisher: undefined }],
    ['no language', '<LanguageISO>und</LanguageISO>', { language: undefined }],
    ['a language as it is tagged now', '<LanguageISO>jpn</LanguageISO>', { language: 'ja' }],
    ['no blurb that only repeats the title', '<Title>Zot!</Title><Summary>Zot!</Summary>', { description: undefined }],
    ['no script', '<Summary>&lt;script&gt;x&lt;/script&gt;A boy.</Summary>', { description: 'A boy.' }],
    ['the first of fields given twice', '<Title></Title><Title>A</Title><Title>B</Title>', { title: 'A' }],
  ])('has %s', async (_, fields, expected) => expect(await fromInfo(fields)).toMatchObject(expected));

  it('is read from MetronInfo.xml', async () => {
    expect(await read(aComic().withFile('MetronInfo.xml', METRON).build())).toMatchObject({
      title: 'The Eyes of Dekko',
      series: [{ name: 'Zot!', number: '10.5' }],
      description: '<p>A boy from a far-flung future.</p>',
      published: { year: 1985, month: 7, day: 1 },
      contributors: [
        { name: 'Scott McCloud', role: 'author' },
        { name: 'Scott McCloud', role: 'penciller' },
        { name: 'Bob Lappan', role: 'letterer' },
      ],
      publisher: 'Eclipse',
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780061537271' },
        { scheme: 'comicvine', value: '290431' },
        { scheme: 'metron', value: '12' },
      ],
      subjects: ['Superhero', 'Robots'],
      warnings: [],
    });
  });

  it('is read from CoMet.xml, cover and all', async () => {
    expect(await read(aComic().withFile('CoMet.xml', COMET).build())).toMatchObject({
      title: 'The Eyes of Dekko',
      series: [{ name: 'Zot!', number: '3' }],
      description: '<p>A boy.</p>',
      published: { year: 1985, month: 7 },
      contributors: [
        { name: 'Scott McCloud', role: 'author' },
        { name: 'Bob Lappan', role: 'coverArtist' },
      ],
      publisher: 'Eclipse',
      language: 'en',
      subjects: ['Superhero', 'Humour'],
      cover: { width: 220 },
      warnings: [],
    });
  });

  it('is read from the comment of the zip', async () => {
    expect(await read(withComment(BOOK_INFO))).toMatchObject({
      title: 'The Eyes of Dekko',
      series: [{ name: 'Zot!', number: '3' }],
      description: '<p>A boy.</p>',
      published: { year: 1985, month: 7 },
      contributors: [
        { name: 'Scott McCloud', role: 'author' },
        { name: 'Bob Lappan', role: 'coverArtist' },
      ],
      publisher: 'Eclipse',
      language: 'en',
      subjects: ['Superhero', 'Robots', '7'],
      warnings: [],
    });
  });

  it.each([
    ['a greeting', 'Scanned with love'],
    ['broken JSON', '{"ComicBookInfo/1.0": '],
    ['JSON of something else', '[1]'],
    ['a record that is none', { 'ComicBookInfo/1.0': null }],
    ['a record with nothing in its place', { 'ComicBookInfo/1.0': { title: ['x'], issue: {}, credits: 'x', tags: 1 } }],
  ])('is nothing in a comment that is %s', async (_, comment) => {
    const draft = await read(withComment(comment));
    expect(draft).toMatchObject({ series: [], contributors: [], subjects: [], warnings: [] });
    expect(draft.title).toBeUndefined();
  });

  it('is taken from the most trusted record', async () => {
    const zip = aZip().with('1.png', pngCover()).with('CoMet.xml', COMET).with('x/MetronInfo.xml', METRON);
    zip.withComment(JSON.stringify(BOOK_INFO));
    expect(await read(zip.build())).toMatchObject({ series: [{ number: '10.5' }] });
    zip.with('y/z/ComicInfo.xml', '<ComicInfo><Series>Zap</Series></ComicInfo>');
    expect(await read(zip.build())).toMatchObject({ series: [{ name: 'Zap' }] });
  });

  it('is never longer than lists can bear, nor slow', async () => {
    const many = Array.from({ length: 30_000 }, (_, n) => `A${n} Bee`).join(', ');
    const draft = await fromInfo(
      `<Title>${'x'.repeat(1e6)}</Title><Writer>${many}</Writer><Tags>${many}</Tags><Web>${many}</Web>`,
    );
    expect(draft.title).toHaveLength(1000);
    expect(draft.contributors.length).toBeLessThanOrEqual(200);
    expect(draft.subjects.length).toBeLessThanOrEqual(100);
  });

  it('is text a database can keep, whatever stands there', async () => {
    const pieces = fc.constantFrom(
      '&#0;',
      '&#xD800;',
      '&#1;',
      '\u0007',
      '<b>',
      '</b>',
      '<![CDATA[',
      ']]>',
      'x',
      '#',
      '½',
      ',',
      '&',
      '-1',
      '0',
    );
    const field = fc.tuple(
      fc.constantFrom(
        'Title',
        'Series',
        'Number',
        'AlternateSeries',
        'Writer',
        'Summary',
        'Tags',
        'Publisher',
        'Web',
        'GTIN',
        'Year',
        'Notes',
      ),
      fc.array(pieces, { maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 6 }), async (fields) => {
        const xml = fields.map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`).join('');
        const { cover, warnings, ...draft } = await fromInfo(xml);
        expect(cover).toBeDefined();
        expect(warnings.every((warning) => warning.length < 200)).toBe(true);
        expect(JSON.stringify(draft)).not.toMatch(/\\u0000|\\ud8|\\u0007|\\u0001/i);
      }),
      { numRuns: 200 },
    );
  });
});
