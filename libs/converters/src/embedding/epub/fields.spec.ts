import { MANDATORY, written } from '../testing/package-book.js';

async function after(there: string, known: Parameters<typeof written>[1], version = '3.0') {
  const result = await written(MANDATORY + there, known, { version });
  return { ...result, metadata: result.metadata.replace(MANDATORY, '') };
}

describe('a description', () => {
  it('is HTML as text, escaped once', async () => {
    const { metadata, said } = await after('', { description: '<p>A &amp; <b>B</b></p>' });
    expect(metadata).toBe('<dc:description>&lt;p&gt;A &amp;amp; &lt;b&gt;B&lt;/b&gt;&lt;/p&gt;</dc:description>');
    expect(said.description).toBe('<p>A &amp; <b>B</b></p>');
  });

  it('is made safe', async () => {
    const { metadata, said } = await after('', { description: '<p onclick="x()">A<script>alert(1)</script></p>' });
    expect(metadata).toBe('<dc:description>&lt;p&gt;A&lt;/p&gt;</dc:description>');
    expect(said.description).toBe('<p>A</p>');
  });

  it('takes the place of the first, whether that is markup, CDATA or empty', async () => {
    const wanted = '<dc:description id="d" xml:lang="en">&lt;p&gt;New&lt;/p&gt;</dc:description>';
    for (const old of ['<p xmlns="x">Old</p>', '<![CDATA[<p>Old</p>]]>', '']) {
      const there = `<dc:description id="d" xml:lang="en">${old}</dc:description><dc:rights>x</dc:rights>`;
      expect((await after(there, { description: '<p>New</p>' })).metadata).toBe(`${wanted}<dc:rights>x</dc:rights>`);
    }
  });

  it.each(['<p>Use &lt;b&gt; here</p>', '<p>&amp;lt;b&amp;gt;</p>', '<p>&amp;amp;lt;p 1 &lt; 2</p>'])(
    'means what looks like an escaped tag as it stands: %s',
    async (description) => expect((await after('', { description })).said.description).toBe(description),
  );
});

describe('a publisher', () => {
  it('takes the place of the one there is, and of nobody', async () => {
    const there = '<dc:publisher id="p">Old</dc:publisher><meta refines="#p" property="file-as">Old, The</meta>';
    expect((await after(there, { publisher: 'A & B' })).metadata).toBe('<dc:publisher id="p">A &amp; B</dc:publisher>');
    const nobody = '<dc:publisher>Unknown</dc:publisher>';
    expect((await after(nobody, { publisher: 'A' })).metadata).toBe('<dc:publisher>A</dc:publisher>');
    expect((await after('', { publisher: 'A' })).metadata).toBe('<dc:publisher>A</dc:publisher>');
  });
});

describe('a date of publication', () => {
  it.each(['1813', '1813-01', '1813-01-28'])('is as precise as it is known: %s', async (publishedDate) => {
    const { metadata, said } = await after('', { publishedDate });
    expect(metadata).toBe(`<dc:date>${publishedDate}</dc:date>`);
    expect(said.publishedDate).toBe(publishedDate);
  });

  it('is the one called so, and never one of the file', async () => {
    const there =
      '<dc:date opf:event="modification">2010</dc:date><dc:date>1999</dc:date><dc:date opf:event="publication">2001</dc:date>';
    expect((await after(there, { publishedDate: '1813' }, '2.0')).metadata).toBe(there.replace('2001', '1813'));
    const modified = '<dc:date opf:event="modification">2010</dc:date>';
    expect((await after(modified, { publishedDate: '1813' }, '2.0')).metadata).toBe(
      `${modified}<dc:date opf:event="publication">1813</dc:date>`,
    );
  });

  it('takes the place of what is no date, and leaves one that says it more precisely where it agrees', async () => {
    expect((await after('<dc:date>n.d.</dc:date>', { publishedDate: '1813' })).metadata).toBe(
      '<dc:date>1813</dc:date>',
    );
    const there = '<dc:date>2014-05-25T00:00:00Z</dc:date>';
    expect((await after(there, { publishedDate: '2014-05-25' })).metadata).toBe(there);
  });

  it.each(['1970-01-01', '0800', '1813-13', 'soon'])('is left where readers see none: %s', async (publishedDate) => {
    const { metadata, report } = await after('<dc:date>1999</dc:date>', { publishedDate });
    expect([metadata, report.left]).toEqual(['<dc:date>1999</dc:date>', ['publishedDate']]);
  });

  it('is no date of modification', async () => {
    const there = '<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>';
    expect((await after(there, { publishedDate: '1813' })).metadata).toBe(`<dc:date>1813</dc:date>${there}`);
  });
});

describe('a language', () => {
  const book = (...languages: string[]) =>
    `<dc:identifier id="uid">x</dc:identifier><dc:title>E</dc:title>${languages.map((one) => `<dc:language>${one}</dc:language>`).join('')}`;
  const languages = async (there: string[], language: string) => {
    const { metadata } = await written(book(...there), { language });
    return [...metadata.matchAll(/<dc:language>(.*?)<\/dc:language>/g)].map(([, text]) => text);
  };

  it('is the first', async () => {
    expect(await languages([], 'de')).toEqual(['de']);
    expect(await languages(['en'], 'de')).toEqual(['de']);
    expect(await languages(['und', 'fr'], 'de')).toEqual(['de', 'fr']);
    expect(await languages(['', 'fr'], 'de')).toEqual(['de', 'fr']);
  });

  it('changes places with it where it is another of the book', async () => {
    expect(await languages(['fr', 'en-gb'], 'en-GB')).toEqual(['en-GB', 'fr']);
  });

  it('stays where it is said in another way', async () => {
    expect(await languages(['eng'], 'en')).toEqual(['eng']);
  });

  it('is left where it is none', async () => {
    const { report, metadata } = await written(book('en'), { language: 'und' });
    expect([report.left, metadata]).toEqual([['language'], book('en')]);
  });
});

describe('subjects', () => {
  it('are one element each; those that are wanted stay, with what refines them, and codes', async () => {
    const code = '<dc:subject>FIC027000</dc:subject>';
    const love = '<dc:subject id="l">Love stories</dc:subject><meta refines="#l" property="authority">LCSH</meta>';
    const gone = '<dc:subject id="g">Gone</dc:subject><meta refines="#g" property="term">1</meta>';
    const { metadata } = await after(`${gone}${code}${love}`, { subjects: ['First', 'Love stories', 'Last & least'] });
    const [first, last] = ['<dc:subject>First</dc:subject>', '<dc:subject>Last &amp; least</dc:subject>'];
    expect(metadata).toBe(`${first}${code}${love}${last}`);
  });

  it('are left where the only one would be read as a list', async () => {
    const { metadata, report } = await after('<dc:subject>Old</dc:subject>', { subjects: ['Fiction, historical'] });
    expect([metadata, report.left]).toEqual(['<dc:subject>Old</dc:subject>', ['subjects']]);
  });
});

describe('a number of pages', () => {
  it('is said in EPUB 3, over the old one', async () => {
    const said = '<meta property="schema:numberOfPages">300</meta>';
    expect((await after('', { pageCount: 300 })).metadata).toBe(said);
    expect((await after('<meta property="schema:numberOfPages">9</meta>', { pageCount: 300 })).metadata).toBe(said);
  });

  it('is not said in EPUB 2', async () => {
    const { metadata, report } = await after('', { pageCount: 300 }, '2.0');
    expect([metadata, report]).toEqual(['', { changed: [], left: ['pageCount'] }]);
  });
});

describe('identifiers', () => {
  const [isbn, doi] = [
    { scheme: 'isbn', value: '9780441478125' },
    { scheme: 'doi', value: '10.1000/182' },
  ];
  const uuid = { scheme: 'uuid', value: '5946f730-f550-47ab-b8fd-85c9c536b89b' };

  it('are added behind those there are, none of which is touched', async () => {
    const { metadata } = await written(`${MANDATORY}<dc:identifier>mine</dc:identifier>`, {
      identifiers: [isbn, uuid, doi],
    });
    expect(metadata).toBe(
      `${MANDATORY}<dc:identifier>mine</dc:identifier><dc:identifier>urn:isbn:9780441478125</dc:identifier>` +
        '<dc:identifier>urn:uuid:5946f730-f550-47ab-b8fd-85c9c536b89b</dc:identifier>' +
        '<dc:identifier id="identifier">10.1000/182</dc:identifier>' +
        '<meta refines="#identifier" property="identifier-type">doi</meta>',
    );
  });

  it('have a scheme in EPUB 2', async () => {
    const { metadata } = await written(MANDATORY, { identifiers: [isbn, uuid] }, { version: '2.0' });
    expect(metadata).toContain('<dc:identifier opf:scheme="ISBN">9780441478125</dc:identifier>');
    expect(metadata).toContain(
      '<dc:identifier opf:scheme="UUID">urn:uuid:5946f730-f550-47ab-b8fd-85c9c536b89b</dc:identifier>',
    );
  });

  it('are not added twice, however the book says them', async () => {
    const there = '<dc:identifier opf:scheme="ISBN-10">0-441-47812-3</dc:identifier>';
    expect((await after(there, { identifiers: [isbn] })).report).toEqual({ changed: [], left: [] });
  });

  it('are each left where readers would see none', async () => {
    const identifiers = [{ scheme: 'isbn', value: '123' }, isbn];
    const { said, report } = await after('', { identifiers });
    expect([said.identifiers, report]).toEqual([[isbn], { changed: ['identifiers'], left: ['identifiers'] }]);
  });
});
