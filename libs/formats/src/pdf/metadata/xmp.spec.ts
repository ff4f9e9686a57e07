import { xmpOf } from '../testing/xmp-of.js';
import { parseXmp, valuesOf, type Vocabulary } from './xmp.js';

const texts = (packet: string, vocabulary: Vocabulary, name: string) =>
  valuesOf(parseXmp(packet), vocabulary, name).map(({ text }) => text);

describe('an XMP packet', () => {
  it.each([
    ['elements', xmpOf('<pdf:Keywords>a, b</pdf:Keywords>')],
    ['attributes', xmpOf('', 'pdf:Keywords="a, b"')],
    [
      'several descriptions',
      xmpOf('', 'dc:format="x"').replace(
        '</rdf:RDF>',
        '<rdf:Description pdf:Keywords="a, b" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"/></rdf:RDF>',
      ),
    ],
    [
      'a prefix of its own',
      '<r:RDF><r:Description xmlns:x="http://ns.adobe.com/pdf/1.3/"><x:Keywords>a, b</x:Keywords></r:Description></r:RDF>',
    ],
    ['no declaration', '<rdf:RDF><rdf:Description><pdf:Keywords>a, b</pdf:Keywords></rdf:Description></rdf:RDF>'],
    ['garbage behind its end', `${xmpOf('<pdf:Keywords>a, b</pdf:Keywords>')}\0\0<<>garbage`],
  ])('is read with %s', (_, packet) => expect(texts(packet, 'pdf', 'keywords')).toEqual(['a, b']));

  it('takes a namespace for more than a name', () => {
    const packet = xmpOf('<photoshop:Source>a</photoshop:Source><dc:source>b</dc:source>');
    expect(texts(packet, 'dc', 'source')).toEqual(['b']);
  });

  it('does not take one known namespace for another', () => {
    expect(texts(xmpOf('<pdfx:Title>a</pdfx:Title>'), 'dc', 'title')).toEqual([]);
  });

  it('gives lists in order, with their languages', () => {
    const packet = xmpOf(
      '<dc:title><rdf:Alt><rdf:li xml:lang="de">A</rdf:li><rdf:li xml:lang="x-default">B</rdf:li></rdf:Alt></dc:title>',
    );
    expect(valuesOf(parseXmp(packet), 'dc', 'title')).toMatchObject([
      { text: 'A', lang: 'de' },
      { text: 'B', lang: 'x-default' },
    ]);
  });

  it.each([
    [
      'marked as one',
      '<calibre:series rdf:parseType="Resource"><rdf:value>A</rdf:value><calibreSI:series_index>4</calibreSI:series_index></calibre:series>',
    ],
    [
      'with a description of its own',
      '<calibre:series><rdf:Description calibreSI:series_index="4"><rdf:value>A</rdf:value></rdf:Description></calibre:series>',
    ],
  ])('gives structures %s', (_, series) => {
    const [value] = valuesOf(parseXmp(xmpOf(series)), 'calibre', 'series');
    expect(value?.text).toBe('A');
    expect(value?.parts.find(({ name }) => name === 'series_index')?.values[0]?.text).toBe('4');
  });

  it('ends soon for structures within structures', () => {
    const packet = xmpOf('<a rdf:parseType="Resource">'.repeat(200) + 'x'.repeat(100_000) + '</a>'.repeat(200));
    expect(parseXmp(packet)).toHaveLength(1);
  });

  it('is no packet when it is nested beyond reason', () => {
    expect(() => parseXmp('<a>'.repeat(1000))).toThrow(expect.objectContaining({ code: 'file.unreadable' }));
  });
});
