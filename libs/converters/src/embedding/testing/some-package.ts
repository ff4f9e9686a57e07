import fc from 'fast-check';
import { packageOf } from './package-book.js';

/** One or more elements of metadata, as found in real books. `n` makes ids that nothing else has. */
type Piece = (n: number) => string;

const TITLES: Piece[] = [
  () => '<dc:title>Emma</dc:title>',
  (n) => `<dc:title id="t${n}">Emma</dc:title><meta refines="#t${n}" property="title-type">main</meta>`,
  (n) => `<meta refines="#t${n}" property="title-type">subtitle</meta><dc:title id="t${n}">A Novel</dc:title>`,
  (n) => `<dc:title id="t${n}">Emma: All</dc:title><meta refines="t${n}" property="title-type">expanded</meta>`,
  (n) => `<dc:title id="t${n}">Emma</dc:title><meta refines="#t${n}" property="display-seq">${n}</meta>`,
  (n) => `<dc:title id="t${n}" opf:file-as="Emma, An">An Emma</dc:title>`,
  (n) => `<dc:title id="subtitle-${n}">Under it</dc:title>`,
  () => '<dc:title/>',
  () => '<meta name="calibre:title_sort" content="Old sort"/>',
];
const PEOPLE: Piece[] = [
  () => '<dc:creator>Jane Austen</dc:creator>',
  () => '<dc:creator opf:role="aut" opf:file-as="Austen, Jane">Jane Austen</dc:creator>',
  () => '<dc:creator>Jane Smith &amp; Anna-Maria Austen</dc:creator>',
  () => "<dc:creator opf:role='ill'>Jane Smith</dc:creator>",
  (n) => `<dc:creator id="a${n}">Jane Austen</dc:creator><meta refines="#a${n}" property="role" id="r${n}">aut</meta>`,
  (n) =>
    `<dc:creator id="a${n}">Austen, Jane</dc:creator><meta refines="#a${n}" property="role">aut</meta><meta refines="#a${n}" property="role">ill</meta>`,
  (n) =>
    `<dc:contributor id="a${n}">Łukasz Żółw</dc:contributor><meta refines="#a${n}" property="role">trl</meta><meta refines="#a${n}" property="file-as">Żółw</meta>`,
  (n) =>
    `<dc:contributor id="a${n}">J. R. R. Smith</dc:contributor><meta refines="#a${n}" property="display-seq">1</meta>`,
  () => '<dc:contributor opf:role="bkp">calibre (7.0) [https://calibre-ebook.com]</dc:contributor>',
  () => '<meta property="media:narrator">Jane Smith</meta>',
];
const SERIES: Piece[] = [
  () => '<meta name="calibre:series" content="Emma Saga"/><meta name="calibre:series_index" content="3.0"/>',
  (n) =>
    `<meta property="belongs-to-collection" id="s${n}">Emma Saga</meta><meta refines="#s${n}" property="collection-type">series</meta><meta refines="#s${n}" property="group-position">2</meta>`,
  (n) =>
    `<meta property="belongs-to-collection" id="s${n}">A Set</meta><meta refines="#s${n}" property="collection-type">set</meta>`,
  (n) =>
    `<meta property="belongs-to-collection" id="s${n}">In</meta><meta property="belongs-to-collection" refines="#s${n}">Around</meta>`,
  () =>
    '<meta name="calibre:user_metadata:#saga" content="{&quot;datatype&quot;:&quot;series&quot;,&quot;#value#&quot;:&quot;Column Saga&quot;,&quot;#extra#&quot;:4}"/>',
];
const OTHERS: Piece[] = [
  () => '<dc:description>Old</dc:description>',
  () => '<dc:description xmlns="http://www.w3.org/1999/xhtml"><p>Old</p> text</dc:description>',
  () => '<dc:publisher>Unknown</dc:publisher>',
  (n) => `<dc:publisher id="p${n}">Old House</dc:publisher><meta refines="#p${n}" property="file-as">House, Old</meta>`,
  () => '<dc:date>2010-02-03T00:00:00Z</dc:date>',
  () => '<dc:date opf:event="modification">2011</dc:date>',
  () => '<dc:date opf:event="original-publication">not known</dc:date>',
  () => '<dc:language>und</dc:language>',
  () => '<dc:language>fr</dc:language>',
  () => '<dc:subject>A Emma z</dc:subject>',
  () => '<dc:subject>Old; list</dc:subject>',
  (n) => `<dc:subject id="j${n}">FIC000000</dc:subject><meta refines="#j${n}" property="authority">BISAC</meta>`,
  () => '<meta property="schema:numberOfPages">77</meta>',
  () => '<dc:identifier opf:scheme="ISBN">9780441478125</dc:identifier>',
  (n) =>
    `<dc:identifier id="i${n}">18423</dc:identifier><meta refines="#i${n}" property="identifier-type">goodreads</meta>`,
];
/** What must be there afterwards as it was. */
const LASTING: Piece[] = [
  (n) => `<!-- note ${n} -->`,
  (n) => `<meta property="dcterms:modified">20${n}0-01-01T00:00:00Z</meta>`,
  (n) => `<meta name="x:unknown" content="${n} &lt;'&amp;"/>`,
  (n) => `<dc:rights id="rights${n}">Mine</dc:rights><meta refines="#rights${n}" property="x:y">z</meta>`,
  (n) => `<link rel="record" href="meta${n}.xml"/>`,
  (n) => `<dc:source>urn:x:${n}</dc:source>`,
  (n) => `<opf:meta name="other" content='${n}'></opf:meta>`,
];

const spaces = fc.constantFrom('', '\n  ', '\n\n\t', ' ', '\r\n    ');
const pieces = (all: Piece[]) => fc.array(fc.constantFrom(...all), { maxLength: 3 });

export interface SomePackage {
  opf: string;
  version: string;
  lasting: string[];
}

/** A package document as found in real books, with what in it must last. */
export const somePackage: fc.Arbitrary<SomePackage> = fc
  .record({
    version: fc.constantFrom('2.0', '3.0'),
    changing: fc.tuple(pieces(TITLES), pieces(PEOPLE), pieces(SERIES), pieces(OTHERS)).map((all) => all.flat()),
    lasting: pieces(LASTING),
    order: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    space: spaces,
  })
  .map(({ version, changing, lasting, order, space }) => {
    const kept = lasting.map((piece, at) => piece(at + 50));
    const all = [
      ...changing.map((piece, at) => piece(at)),
      ...kept,
      '<dc:identifier id="uid"> urn:x:1 </dc:identifier>',
    ];
    const mixed = all
      .map((text, at) => ({ text, place: order[at % order.length] ?? 0 }))
      .sort((a, b) => a.place - b.place)
      .map(({ text }) => text);
    return { opf: packageOf(`${space}${mixed.join(space)}${space}`, { version }), version, lasting: kept };
  });
