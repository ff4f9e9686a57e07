import type { BookDraft } from '@octavo/domain';
import { alt, list, xmpOf } from '../testing/xmp-of.js';
import { readMetadata } from './read-metadata.js';

interface Said {
  info?: Record<string, string>;
  custom?: Record<string, string>;
  xmp?: string;
  attributes?: string;
  name?: string;
}

function said({ info, custom, xmp, attributes, name = 'scan 0042.pdf' }: Said): BookDraft {
  return readMetadata({
    info: { ...info, Custom: new Map(Object.entries(custom ?? {})) },
    xmp: xmp === undefined ? undefined : xmpOf(xmp, attributes),
    pages: 3,
    name,
  });
}

describe('the title of a PDF', () => {
  const xmp = alt('title', ['de', 'Die Wächter'], ['x-default', 'Guards! Guards!']);
  const described = 'xmp:MetadataDate="2024-01-01T12:00:00Z"';

  it('is of the XMP, in its default language', () => {
    expect(said({ info: { Title: 'Other' }, xmp }).title).toBe('Guards! Guards!');
  });

  it('is the first where no language is the default', () => {
    expect(said({ xmp: alt('title', ['de', 'Die Wächter'], ['fr', 'Au guet!']) }).title).toBe('Die Wächter');
  });

  it.each([
    ['a day later', 'D:20240102120000Z', 'Other'],
    ['half a minute later', 'D:20240101120030Z', 'Guards! Guards!'],
    ['before', 'D:20230101120000Z', 'Guards! Guards!'],
    ['at a time nobody can read', 'later', 'Guards! Guards!'],
  ])('is of the information dictionary only where that was changed later: %s', (_, ModDate, title) => {
    const draft = said({
      info: { Title: 'Other', Author: 'Jane Austen', ModDate },
      xmp: xmp + list('dc:creator', 'Terry Pratchett'),
      attributes: described,
    });
    expect(draft.title).toBe(title);
    expect(draft.contributors[0]?.name).toBe(title === 'Other' ? 'Jane Austen' : 'Terry Pratchett');
  });

  it('is the other one where the first is junk', () => {
    expect(said({ info: { Title: 'Emma' }, xmp: alt('title', ['x-default', 'Microsoft Word - x.doc']) }).title).toBe(
      'Emma',
    );
    expect(said({ info: { Title: 'x.doc', ModDate: 'D:20250101' }, xmp, attributes: described }).title).toBe(
      'Guards! Guards!',
    );
  });

  it.each([
    ['is none', {}, 'The book does not name its title.'],
    [
      'is junk',
      { Title: 'Microsoft Word - x.doc' },
      'The title "Microsoft Word - x.doc" says no more than the name of the file.',
    ],
    ['is that of the file', { Title: 'SCAN 0042' }, 'The title "SCAN 0042" says no more than the name of the file.'],
  ])('is left to the name of the file where it %s', (_, info, warning) => {
    expect(said({ info })).toMatchObject({ title: undefined, warnings: [warning] });
  });

  it('gives its ISBN where it is nothing else', () => {
    const draft = said({ info: { Title: '978-0-441-47812-5' } });
    expect(draft.title).toBeUndefined();
    expect(draft.identifiers).toEqual([{ scheme: 'isbn', value: '9780441478125' }]);
  });

  it('is repaired, and has its article in front', () => {
    expect(
      said({ info: { Title: '\\376\\377\\000H\\000o\\000b\\000b\\000i\\000t\\000,\\000 \\000T\\000h\\000e' } }).title,
    ).toBe('The Hobbit');
  });

  it('has a subtitle', () => {
    expect(
      said({ xmp: `${alt('title', ['x-default', 'Emma'])}<prism:subtitle>A Novel</prism:subtitle>` }).subtitle,
    ).toBe('A Novel');
  });
});

describe('the authors of a PDF', () => {
  const names = (draft: BookDraft) => draft.contributors.map(({ name, role }) => `${name}/${role}`);

  it.each([
    ['Neil Gaiman & Terry Pratchett', ['Neil Gaiman/author', 'Terry Pratchett/author']],
    ['Neil Gaiman; Terry Pratchett', ['Neil Gaiman/author', 'Terry Pratchett/author']],
    ['Neil Gaiman and Terry Pratchett', ['Neil Gaiman/author', 'Terry Pratchett/author']],
    ['Le Guin, Ursula K.', ['Ursula K. Le Guin/author']],
    ['Windows User', []],
    ['Microsoft® Word 2016', []],
  ])('of "%s" are %j', (Author, expected) => {
    expect(names(said({ info: { Author, Creator: 'Microsoft® Word 2016' } }))).toEqual(expected);
  });

  it('are those of the XMP, in order, each once', () => {
    const draft = said({
      info: { Author: 'Other' },
      xmp: list('dc:creator', 'Pratchett, Terry', 'Neil Gaiman', 'Neil  Gaiman', 'Admin'),
    });
    expect(names(draft)).toEqual(['Terry Pratchett/author', 'Neil Gaiman/author']);
    expect(draft.contributors[0]?.sortName).toBe('Pratchett, Terry');
  });

  it('are those of the information dictionary where the XMP names nobody', () => {
    expect(names(said({ info: { Author: 'Jane Austen' }, xmp: list('dc:creator', 'user') }))).toEqual([
      'Jane Austen/author',
    ]);
  });
});

describe('the identifiers of a PDF', () => {
  const ISBN = 'isbn:9780441478125';
  const identifiers = (what: Said) => said(what).identifiers.map(({ scheme, value }) => `${scheme}:${value}`);
  const qualified = (scheme: string, value: string) =>
    `<xmp:Identifier><rdf:Bag><rdf:li rdf:parseType="Resource"><xmpidq:Scheme>${scheme}</xmpidq:Scheme><rdf:value>${value}</rdf:value></rdf:li></rdf:Bag></xmp:Identifier>`;

  it.each<[string, Said, string[]]>([
    ['pdfx:isbn', { xmp: '<pdfx:isbn>978-0-441-47812-5</pdfx:isbn>' }, [ISBN]],
    ['prism:isbn', { xmp: '<prism:isbn>9780441478125</prism:isbn>' }, [ISBN]],
    ['prism:isbn as ten digits', { attributes: 'prism:isbn="0441478123"', xmp: '' }, [ISBN]],
    ['keywords', { info: { Keywords: 'science fiction, ISBN 978-0-441-47812-5' } }, [ISBN]],
    ['the subject', { info: { Subject: 'ISBN: 0-441-47812-3' } }, [ISBN]],
    ['an entry of its own', { custom: { ISBN: '9780441478125' } }, [ISBN]],
    ['xmp:Identifier with a scheme', { xmp: qualified('isbn', '9780441478125') }, [ISBN]],
    ['dc:identifier as a URN', { xmp: '<dc:identifier>urn:isbn:9780441478125</dc:identifier>' }, [ISBN]],
    ['dc:identifier as a text', { xmp: '<dc:identifier>ISBN 978-0-441-47812-5</dc:identifier>' }, [ISBN]],
    ['dc:source', { xmp: '<dc:source>9780441478125</dc:source>' }, [ISBN]],
    ['no number that fails its check', { xmp: '<prism:isbn>9780441478126</prism:isbn>' }, []],
    ['no ten digits without a label', { info: { Subject: 'Order 0441478123' } }, []],
    [
      'the ebook before the printed book',
      { xmp: '<prism:isbn>9780441478125</prism:isbn><prism:eIsbn>9780804429573</prism:eIsbn>' },
      ['isbn:9780804429573', ISBN],
    ],
    ['each but once', { xmp: '<prism:isbn>9780441478125</prism:isbn><pdfx:isbn>0441478123</pdfx:isbn>' }, [ISBN]],
    ['a DOI', { xmp: '<prism:doi>10.1000/XYZ.1</prism:doi>' }, ['doi:10.1000/xyz.1']],
    ['a DOI of its own entry', { custom: { doi: 'https://doi.org/10.1000/xyz' } }, ['doi:10.1000/xyz']],
    ['a DOI in dc:identifier', { xmp: '<dc:identifier>doi:10.1000/xyz</dc:identifier>' }, ['doi:10.1000/xyz']],
    ['an ASIN', { xmp: qualified('mobi-asin', 'B00OLTZFMG') }, ['asin:B00OLTZFMG']],
    ['a number of Goodreads', { xmp: qualified('goodreads', '18423') }, ['goodreads:18423']],
    [
      'a UUID',
      { xmp: '<dc:identifier>urn:uuid:5946F730-f550-7ab7-b8fd-85c9c536b89b</dc:identifier>' },
      ['uuid:5946f730-f550-7ab7-b8fd-85c9c536b89b'],
    ],
    ['nothing of a path', { xmp: '<dc:identifier>file:///tmp/a.indd</dc:identifier>' }, []],
  ])('come from %s', (_, what, expected) => expect(identifiers(what)).toEqual(expected));
});

describe('a PDF', () => {
  it('says of its file, not of the book, when it was made', () => {
    expect(
      said({
        info: { CreationDate: 'D:20200101', ModDate: 'D:20210101' },
        attributes: 'xmp:CreateDate="2020-01-01"',
        xmp: '',
      }).published,
    ).toBeUndefined();
  });

  it.each([
    ['dc:date', list('dc:date', '1815-12'), { year: 1815, month: 12 }],
    ['prism:publicationDate', '<prism:publicationDate>1815</prism:publicationDate>', { year: 1815 }],
    ['prism:coverDate', '<prism:coverDate>1815-12-23</prism:coverDate>', { year: 1815, month: 12, day: 23 }],
    ['nothing of a placeholder', list('dc:date', '0101-01-01T00:00:00+00:00'), undefined],
    ['nothing of the first of all seconds', list('dc:date', '1970-01-01'), undefined],
  ])('was published as %s says', (_, xmp, published) => {
    const date = said({ xmp }).published;
    expect(date).toEqual(published === undefined ? undefined : { month: undefined, day: undefined, ...published });
  });

  it('is in a series of calibre, with a number where it has one', () => {
    const series = (index: string) =>
      `<calibre:series rdf:parseType="Resource"><rdf:value>Hainish &amp; Co</rdf:value>${index}</calibre:series>`;
    expect(said({ xmp: series('<calibreSI:series_index>4.00</calibreSI:series_index>') }).series).toEqual([
      { name: 'Hainish & Co', number: '4' },
    ]);
    expect(said({ xmp: series('') }).series).toEqual([{ name: 'Hainish & Co' }]);
  });

  it.each<[string, Said, string[]]>([
    [
      'subjects and keywords of the XMP',
      {
        xmp: `${list('dc:subject', 'Fantasy', 'War')}<pdf:Keywords>war; Dragons</pdf:Keywords>`,
        info: { Keywords: 'x' },
      },
      ['Fantasy', 'War', 'Dragons'],
    ],
    ['keywords, by commas', { info: { Keywords: 'Fantasy, War,  fantasy' } }, ['Fantasy', 'War']],
    ['keywords, by semicolons', { info: { Keywords: 'Fiction, historical; War' } }, ['Fiction, historical', 'War']],
    ['no number', { info: { Keywords: 'War, ISBN 9780441478125, 978-0-441-47812-5' } }, ['War']],
  ])('has as subjects %s', (_, what, subjects) => expect(said(what).subjects).toEqual(subjects));

  it('is described by the XMP, else by its subject, safely', () => {
    expect(said({ xmp: alt('description', ['x-default', 'One<br/>']), info: { Subject: 'Two' } }).description).toBe(
      '<p>One</p>',
    );
    expect(said({ info: { Subject: '<p>Two</p><script>x</script>' } }).description).toBe('<p>Two</p>');
    expect(said({ info: { Title: 'Emma', Subject: 'Emma' } }).description).toBeUndefined();
  });

  it.each<[string, Said]>([
    ['dc:publisher', { xmp: list('dc:publisher', 'Ace &amp; Sons'), custom: { Publisher: 'x' } }],
    ['prism:publisher', { xmp: '<prism:publisher>Ace &amp; Sons</prism:publisher>' }],
    ['EBX_PUBLISHER', { custom: { EBX_PUBLISHER: 'Ace & Sons' } }],
    ['Publisher', { custom: { Publisher: 'Ace & Sons' } }],
  ])('is published by %s', (_, what) => expect(said(what).publisher).toBe('Ace & Sons'));

  it('is in the language of the XMP, else of its catalogue', () => {
    expect(said({ xmp: list('dc:language', 'x-unknown', 'ger'), info: { Language: 'en-us' } }).language).toBe('de');
    expect(said({ info: { Language: 'en-us' } }).language).toBe('en-US');
    expect(said({ custom: { Language: 'de' } }).language).toBeUndefined();
  });

  it('loses no more than its XMP where that is beyond reason', () => {
    const draft = said({ info: { Title: 'Emma' }, xmp: '<a>'.repeat(1000) });
    expect(draft).toMatchObject({ title: 'Emma', warnings: [expect.stringContaining('XMP')] });
  });

  it('has fixed pages, and as many as were counted', () => {
    expect(said({})).toMatchObject({ layout: 'fixed', pageCount: 3 });
    expect(readMetadata({ info: {}, xmp: undefined, pages: 0, name: 'x.pdf' }).pageCount).toBeUndefined();
  });
});
