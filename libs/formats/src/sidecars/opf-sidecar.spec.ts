import { readOpfSidecar } from './opf-sidecar.js';

/** As calibre 7 writes it into the folder of a book. */
const CALIBRE = `<?xml version='1.0' encoding='utf-8'?>
<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="uuid_id" version="2.0">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
    <dc:identifier opf:scheme="calibre" id="calibre_id">12</dc:identifier>
    <dc:identifier opf:scheme="uuid" id="uuid_id">0b4d1c9e-7d1a-4f0e-9a8e-0123456789ab</dc:identifier>
    <dc:title>The Left Hand of Darkness</dc:title>
    <dc:creator opf:file-as="Le Guin, Ursula K." opf:role="aut">Ursula K. Le Guin</dc:creator>
    <dc:contributor opf:file-as="calibre" opf:role="bkp">calibre (7.0.0) [https://calibre-ebook.com]</dc:contributor>
    <dc:date>1969-03-01T00:00:00+00:00</dc:date>
    <dc:description>&lt;div&gt;&lt;p&gt;Winter.&lt;/p&gt;&lt;/div&gt;</dc:description>
    <dc:publisher>Ace</dc:publisher>
    <dc:identifier opf:scheme="ISBN">9780441478125</dc:identifier>
    <dc:identifier opf:scheme="GOODREADS">18423</dc:identifier>
    <dc:language>eng</dc:language>
    <dc:subject>Science Fiction</dc:subject>
    <dc:subject>Classics</dc:subject>
    <meta name="calibre:series" content="Hainish Cycle"/>
    <meta name="calibre:series_index" content="4.0"/>
    <meta name="calibre:rating" content="8.0"/>
    <meta name="calibre:title_sort" content="Left Hand of Darkness, The"/>
    <meta name="calibre:user_metadata:#pages" content='{"datatype":"int","#value#":304}'/>
  </metadata>
  <guide><reference type="cover" title="Cover" href="cover.jpg"/></guide>
</package>`;

describe('an OPF beside a book', () => {
  it('says what calibre knows of it', () => {
    expect(readOpfSidecar(Buffer.from(CALIBRE))).toEqual({
      title: 'The Left Hand of Darkness',
      sortTitle: 'Left Hand of Darkness, The',
      contributors: [{ name: 'Ursula K. Le Guin', sortName: 'Le Guin, Ursula K.', role: 'author' }],
      series: [{ name: 'Hainish Cycle', number: '4' }],
      description: '<p>Winter.</p>',
      publisher: 'Ace',
      published: { year: 1969, month: 3, day: 1 },
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780441478125' },
        { scheme: 'calibre', value: '12' },
        { scheme: 'uuid', value: '0b4d1c9e-7d1a-4f0e-9a8e-0123456789ab' },
        { scheme: 'goodreads', value: '18423' },
      ],
      subjects: ['Science Fiction', 'Classics'],
      pageCount: 304,
      layout: 'reflowable',
      warnings: [],
    });
  });

  it('may be in UTF-16', () => {
    const bytes = Buffer.from(`\ufeff${CALIBRE.replace('utf-8', 'utf-16')}`, 'utf16le');
    expect(readOpfSidecar(bytes).title).toBe('The Left Hand of Darkness');
  });

  it('may call the pages fixed', () => {
    const opf = '<package><metadata><meta property="rendition:layout">pre-paginated</meta></metadata></package>';
    expect(readOpfSidecar(Buffer.from(opf)).layout).toBe('fixed');
  });

  it('that says nothing of a title is warned of', () => {
    const opf = '<package><metadata/></package>';
    expect(readOpfSidecar(Buffer.from(opf))).toMatchObject({ warnings: ['The book does not name its title.'] });
  });

  it.each([
    ['nothing', '', 'file.empty'],
    ['no OPF', '<html><body/></html>', 'file.unreadable'],
    ['no XML', 'It was a dark and stormy night.', 'file.unreadable'],
    ['far too long', CALIBRE + ' '.repeat(5 * 1024 * 1024), 'file.unreadable'],
  ])('that is %s is a problem', (_, text, code) => {
    expect(() => readOpfSidecar(Buffer.from(text))).toThrow(expect.objectContaining({ code }));
  });
});
