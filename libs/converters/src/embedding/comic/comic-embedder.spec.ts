import type { BookMetadata } from '@octavo/domain';
import { aComic, aZip, pngCover } from '@octavo/testing';
import { asking, embedded, fileIn, filesIn, saidIn } from '../testing/embedded.js';

const INFO = 'ComicInfo.xml';
const asked = (known: Partial<BookMetadata>) => asking(known, { format: 'cbz' });

/** What stands inside <ComicInfo> when a request is written into a comic that has this there. */
async function after(inside: string, known: Partial<BookMetadata>) {
  const comic = aComic().withFile(INFO, `<?xml version="1.0"?>\n<ComicInfo>${inside}</ComicInfo>`).build();
  const { bytes, report } = await embedded(comic, asked(known));
  const text = await fileIn(bytes, INFO);
  return { text: /<ComicInfo>([\s\S]*)<\/ComicInfo>/.exec(text)?.[1], report, said: await saidIn(bytes, '.cbz') };
}

describe('a record of a comic', () => {
  it('is made where there is none, at the end and in the order of its schema', async () => {
    const comic = aComic().build();
    const known: Partial<BookMetadata> = {
      title: 'Zot & Co',
      series: [
        { name: 'Zot', number: '½' },
        { name: 'Crisis', number: '3' },
      ],
      description: '<p>One &amp; two<br />three.</p>\n<p>Four.</p>',
      publishedDate: '1984-04-01',
      publisher: 'Eclipse',
      language: 'en',
      subjects: ['Science Fiction', 'Comedy'],
      contributors: [
        { name: 'Scott McCloud', role: 'author' },
        { name: 'Ann Bee', role: 'author' },
        { name: 'Todd Klein', role: 'letterer' },
      ],
      identifiers: [
        { scheme: 'isbn', value: '9780441478125' },
        { scheme: 'comicvine', value: '123' },
        { scheme: 'metron', value: '9' },
      ],
    };
    const { bytes, report } = await embedded(comic, asked(known));
    expect(report.left).toEqual([]);
    expect((await filesIn(bytes)).map(([name]) => name)).toEqual(['1.png', '2.png', '3.png', INFO]);
    expect(await fileIn(bytes, INFO)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<ComicInfo>
  <Title>Zot &amp; Co</Title>
  <Series>Zot</Series>
  <Number>½</Number>
  <AlternateSeries>Crisis</AlternateSeries>
  <AlternateNumber>3</AlternateNumber>
  <Summary>One &amp; two
three.

Four.</Summary>
  <Year>1984</Year>
  <Month>4</Month>
  <Day>1</Day>
  <Writer>Scott McCloud, Ann Bee</Writer>
  <Letterer>Todd Klein</Letterer>
  <Publisher>Eclipse</Publisher>
  <Genre>Science Fiction, Comedy</Genre>
  <Web>https://comicvine.gamespot.com/issue/4000-123/ https://metron.cloud/issue/9/</Web>
  <LanguageISO>en</LanguageISO>
  <GTIN>9780441478125</GTIN>
</ComicInfo>
`);
  });

  it('is only changed where it has to', async () => {
    const inside = (title: string) =>
      `\n\t<!-- mine --><Title>${title}</Title>\n\t<Notes>Kept &lt;here&gt;</Notes><Unknown a='1'/>\n\t<Pages><Page Image="0"/></Pages>\n`;
    const { text, report } = await after(inside('Old'), { title: 'New' });
    expect(text).toBe(inside('New'));
    expect(report).toEqual({ changed: ['title'], left: [] });
  });

  it('gets new elements in the order of the schema', async () => {
    const { text } = await after('<Series>Zot</Series><Writer>A. Bee</Writer><Pages/>', {
      title: 'T',
      language: 'de',
      publishedDate: '1999',
    });
    expect(text).toBe(
      '<Title>T</Title><Series>Zot</Series><Year>1999</Year><Writer>A. Bee</Writer><LanguageISO>de</LanguageISO><Pages/>',
    );
  });

  it('loses what was more precise about another date, and what was of another series', async () => {
    const there =
      '<Title>T</Title><Series>Zot</Series><Number>2</Number><Count>9</Count><Volume>3</Volume>' +
      '<AlternateSeries>C</AlternateSeries><AlternateNumber>4</AlternateNumber><AlternateCount>5</AlternateCount>' +
      '<Year>1984</Year><Month>4</Month><Day>-1</Day>';
    const { text } = await after(there, { series: [{ name: 'New' }], publishedDate: '1985' });
    expect(text).toBe('<Title>T</Title><Series>New</Series><Year>1985</Year>');
  });

  it('keeps the number it gives when none is known', async () => {
    const there = '<Title>T</Title><Series>Zot</Series><Volume>3</Volume>';
    const { text, said } = await after(there, { series: [{ name: 'Zot' }, { name: 'Other' }] });
    expect(said.series).toEqual([{ name: 'Zot', number: '3' }, { name: 'Other' }]);
    expect(text).toContain('<Volume>3</Volume>');
  });

  it('takes people out whom the library does not know, role by role', async () => {
    const there = '<Title>T</Title><Writer>A. Bee, C. Dee</Writer><Inker>E. Eff</Inker>';
    const { text } = await after(there, { contributors: [{ name: 'C. Dee', role: 'author', sortName: 'Dee, C.' }] });
    expect(text).toBe('<Title>T</Title><Writer>C. Dee</Writer>');
  });

  it('keeps tags among tags', async () => {
    const { text } = await after('<Title>T</Title><Genre>A</Genre><Tags>B, C</Tags>', {
      subjects: ['A', 'New', 'B', 'C'],
    });
    expect(text).toBe('<Title>T</Title><Genre>A, New</Genre><Tags>B, C</Tags>');
    expect((await after('<Title>T</Title><Genre>A</Genre><Tags>B</Tags>', { subjects: ['B'] })).text).toBe(
      '<Title>T</Title><Tags>B</Tags>',
    );
  });

  it('adds addresses behind those there are, and no second number', async () => {
    const there = '<Title>T</Title><Web>https://a.b/c</Web><GTIN>9783161484100</GTIN>';
    const identifiers = [
      { scheme: 'isbn', value: '9780441478125' },
      { scheme: 'goodreads', value: '5' },
    ];
    const { text, report } = await after(there, { identifiers });
    expect(text).toBe(there.replace('c</Web>', 'c https://www.goodreads.com/book/show/5</Web>'));
    expect(report).toEqual({ changed: ['identifiers'], left: ['identifiers'] });
  });

  it('has tags in its summary where there is more to it than paragraphs', async () => {
    const description = '<p>One <i>word</i> &lt;b&gt;</p>';
    const { text, said } = await after('<Title>T</Title>', { description });
    expect(text).toContain('<Summary>&lt;p&gt;One &lt;i&gt;word');
    expect(said.description).toBe(description);
  });

  it('is the one nearest to the root', async () => {
    const record = (title: string) => `<ComicInfo><Title>${title}</Title></ComicInfo>`;
    const comic = aComic()
      .withFile('a/b/ComicInfo.xml', record('Deep'))
      .withFile('__MACOSX/ComicInfo.xml', 'litter')
      .withFile('a/comicinfo.XML', record('Near'))
      .build();
    const { bytes } = await embedded(comic, asked({ title: 'New' }));
    expect(await fileIn(bytes, 'a/comicinfo.XML')).toBe(record('New'));
    expect(await fileIn(bytes, 'a/b/ComicInfo.xml')).toBe(record('Deep'));
  });

  it('takes the place of an empty one', async () => {
    const { bytes } = await embedded(aComic().withFile(INFO, '').build(), asked({ title: 'New' }));
    expect((await filesIn(bytes)).map(([name]) => name)).toEqual(['1.png', '2.png', '3.png', INFO]);
    expect((await saidIn(bytes, '.cbz')).title).toBe('New');
  });

  it('repeats what another record says, since it is read before that', async () => {
    const comet =
      '<comet><title>T</title><series>S</series><issue>3</issue><publisher>P</publisher><coverImage>2.png</coverImage></comet>';
    const comic = aComic().withFile('CoMet.xml', comet).build();
    const { bytes } = await embedded(comic, asked({ title: 'New' }));
    expect(await saidIn(bytes, '.cbz')).toMatchObject({
      title: 'New',
      series: [{ name: 'S', number: '3' }],
      publisher: 'P',
    });
    expect(await fileIn(bytes, INFO)).toContain('<Page Image="1" Type="FrontCover"/>');
    expect(await fileIn(bytes, 'CoMet.xml')).toBe(comet);
  });

  it('is not made where another record says everything', async () => {
    const comic = aComic().withFile('CoMet.xml', '<comet><title>T</title></comet>').build();
    const { bytes, report } = await embedded(comic, asked({ title: 'T' }));
    expect(report).toEqual({ changed: [], left: [] });
    expect(await filesIn(bytes)).toEqual(await filesIn(comic));
  });

  it('keeps what is written on the archive', async () => {
    const comic = aZip()
      .with('1.png', pngCover(), { stored: true })
      .withComment('{"ComicBookInfo/1.0":{"title":"T"}}')
      .build();
    const { bytes } = await embedded(comic, asked({ title: 'New' }));
    expect(bytes.toString('latin1').endsWith('{"ComicBookInfo/1.0":{"title":"T"}}')).toBe(true);
    expect((await saidIn(bytes, '.cbz')).title).toBe('New');
  });

  it('names what it has no place for', async () => {
    const request = asking(
      {
        title: 'T',
        subtitle: 'S',
        pageCount: 99,
        abridged: true,
        contributors: [{ name: 'A. Bee', role: 'narrator' }],
        series: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
        identifiers: [{ scheme: 'doi', value: '10.1000/182' }],
      },
      { format: 'cbz', sortTitle: 'X', cover: { bytes: pngCover(), mediaType: 'image/png' } },
    );
    const { report, bytes } = await embedded(aComic().titled('T').build(), request);
    expect(report).toEqual({
      changed: ['series'],
      left: ['subtitle', 'sortTitle', 'contributors', 'series', 'pageCount', 'identifiers', 'abridged', 'cover'],
    });
    expect((await saidIn(bytes, '.cbz')).series).toEqual([{ name: 'A' }, { name: 'B' }]);
  });
});
