import fc from 'fast-check';
import { anEpub } from '@octavo/testing';
import { draftFrom, draftOf } from '../../testing/draft-of.js';

describe('the metadata of an EPUB', () => {
  it.each(['2.0', '3.0'] as const)('is read from a whole book of version %s', async (version) => {
    const epub = anEpub()
      .version(version)
      .titled('The Dispossessed')
      .by('Ursula K. Le Guin')
      .inSeries('Hainish Cycle', '5');
    expect(await draftFrom(epub.identifiedBy('isbn', '9780061054884').inLanguage('en-US').withCover())).toMatchObject({
      title: 'The Dispossessed',
      contributors: [{ name: 'Ursula K. Le Guin', role: 'author' }],
      series: [{ name: 'Hainish Cycle', number: '5' }],
      identifiers: [{ scheme: 'isbn', value: '9780061054884' }],
      language: 'en-US',
      layout: 'reflowable',
      warnings: [],
    });
  });

  it.each([
    ['the language', '<dc:language>GER</dc:language>', { language: 'de' }],
    [
      'the first language that is one',
      '<dc:language>und</dc:language><dc:language>fr</dc:language>',
      { language: 'fr' },
    ],
    ['no language', '<dc:language>und</dc:language>', { language: undefined }],
    ['the publisher', '<dc:publisher>Unknown</dc:publisher><dc:publisher>Ace</dc:publisher>', { publisher: 'Ace' }],
    ['the page count', '<meta property="schema:numberOfPages">304</meta>', { pageCount: 304 }],
    [
      'the page count of a calibre column',
      `<meta name="calibre:user_metadata:#pages" content='{"datatype":"int","#value#":304}'/>`,
      { pageCount: 304 },
    ],
    ['no page count', '<meta property="schema:numberOfPages">many</meta>', { pageCount: undefined }],
    ['the date', '<dc:date>1974-05-01</dc:date>', { published: { year: 1974, month: 5, day: 1 } }],
    ['a year as a year', '<dc:date>1974</dc:date>', { published: { year: 1974 } }],
    [
      'the date of publication among others',
      '<dc:date opf:event="creation">2010</dc:date><dc:date>2011</dc:date><dc:date opf:event="publication">1974</dc:date>',
      { published: { year: 1974 } },
    ],
    [
      'no date of the file',
      '<dc:date opf:event="modification">2010</dc:date><meta property="dcterms:modified">2011-01-01T00:00:00Z</meta>',
      { published: undefined },
    ],
    ['no placeholder date', '<dc:date>0101-01-01T00:00:00+00:00</dc:date>', { published: undefined }],
    ['no date that is a missing time stamp', '<dc:date>1970-01-01</dc:date>', { published: undefined }],
    [
      'subjects in order',
      '<dc:subject>Fantasy</dc:subject><dc:subject>Dragons</dc:subject><dc:subject>fantasy</dc:subject>',
      { subjects: ['Fantasy', 'Dragons'] },
    ],
    [
      'a list in the only subject',
      '<dc:subject>Fantasy, Dragons; War</dc:subject>',
      { subjects: ['Fantasy', 'Dragons', 'War'] },
    ],
    [
      'commas in one of several',
      '<dc:subject>Fiction, historical</dc:subject><dc:subject>War</dc:subject>',
      { subjects: ['Fiction, historical', 'War'] },
    ],
    [
      'a BISAC path',
      '<dc:subject>FICTION / Science Fiction / General</dc:subject><dc:subject>FIC028000</dc:subject>',
      { subjects: ['FICTION', 'Science Fiction'] },
    ],
  ])('has %s', async (_, metadata, expected) => expect(await draftOf(metadata)).toMatchObject(expected));

  it('warns of a date that is none', async () => {
    expect((await draftOf('<dc:title>x</dc:title><dc:date>soon</dc:date>')).warnings).toEqual([
      'The date "soon" is not a publication date.',
    ]);
  });

  it('is never longer than lists can bear', async () => {
    const many = (element: string) =>
      Array.from({ length: 3000 }, (_, n) => `<dc:${element}>${n} ${'x'.repeat(100)}</dc:${element}>`).join('');
    const draft = await draftOf(
      `<dc:title>${'x'.repeat(1e6)}</dc:title>${many('creator')}${many('subject')}${many('identifier')}`,
    );
    expect(draft.title).toHaveLength(1000);
    expect(draft.contributors.length).toBeLessThanOrEqual(200);
    expect(draft.subjects.length).toBeLessThanOrEqual(100);
    expect(draft.identifiers.length).toBeLessThanOrEqual(50);
  });

  it('does not grow slower than it grows longer, however its elements refine each other', async () => {
    const many = (element: string) =>
      Array.from({ length: 15_000 }, (_, n) => `${element}<!--${Math.imul(n, 0x9e3779b1).toString(36)}-->`).join('');
    const creators = many('<dc:creator id="a">A Bee</dc:creator>');
    const roles = many('<meta refines="#a" property="role">aut</meta>');
    expect((await draftOf(creators + roles)).contributors).toEqual([{ name: 'A Bee', role: 'author' }]);
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
      '&amp;#0;',
      '&lt;i&gt;',
      'x',
      '"',
      "'",
      '\u{1F600}',
      '&eacute;',
      '&',
      ';',
    );
    const element = fc.tuple(
      fc.constantFrom('title', 'creator', 'description', 'subject', 'publisher', 'identifier', 'date', 'language'),
      fc.array(pieces, { maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 6 }), async (elements) => {
        const draft = await draftOf(
          elements.map(([name, parts]) => `<dc:${name}>${parts.join('')}</dc:${name}>`).join(''),
        );
        const json = JSON.stringify({ ...draft, warnings: [] });
        expect(json).not.toMatch(/\\u0000|\\ud8|\\u0007|\\u0001/i);
      }),
      { numRuns: 200 },
    );
  });
});
