import { DomainError } from '@octavo/domain';
import { attribute, elementsBelow, firstNamed, localName, parseXml, textOf } from './xml.js';

const textIn = (xml: string) => parseXml(xml).children.map(textOf).join('');

describe('reading XML', () => {
  it.each([
    ['HTML entities without a DTD', '<a>caf&eacute;&nbsp;&mdash;</a>', 'café\u00a0—'],
    ['the entities of XML, once', '<a>&amp;amp; &lt;b&gt; &#233;&#xE9;</a>', '&amp; <b> éé'],
    ['entities that stand for markup', '<a>&LT;b&GT;</a>', '<b>'],
    ['a bare ampersand', '<a>Marks & Spencer, AT&T; ?a=1&b=2</a>', 'Marks & Spencer, AT&T; ?a=1&b=2'],
    ['CDATA', '<a><![CDATA[<b> & c]]></a>', '<b> & c'],
    ['comments, by leaving them out', '<a>x<!-- y -->z<?w?></a>', 'xz'],
    ['tags that nobody closed', '<a>x<b>y', 'xy'],
    [
      'an entity of its own, by leaving it alone',
      '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
      '&e;',
    ],
  ])('copes with %s', (_, xml, text) => expect(textIn(xml)).toBe(text));

  it('sees no markup in a DTD', () => {
    const document = parseXml('<!DOCTYPE a [<!ENTITY e "<trap>x</trap>"> <!ENTITY f "y">]>\n<a/>');
    expect([...elementsBelow(document)].map(localName)).toEqual(['a']);
  });

  it('minds neither prefixes nor case', () => {
    const document = parseXml('<OPF:Package Opf:Role="aut" role="ill"><dc:Title xml:lang="en"/></OPF:Package>');
    const root = firstNamed(document, 'package');
    expect(root && attribute(root, 'role')).toBe('ill');
    const title = firstNamed(document, 'title');
    expect(title && attribute(title, 'lang')).toBe('en');
    expect(title && attribute(title, 'role')).toBeUndefined();
  });

  it.each([
    ['nested beyond reason', '<a>'.repeat(10_000)],
    ['crowded beyond reason', `<a>${'<b/>'.repeat(300_000)}</a>`],
    ['made of attributes', `<a ${Array.from({ length: 300_000 }, (_, n) => `a${n}=""`).join(' ')}/>`],
    ['made of comments', `<a>${'<!---->'.repeat(300_000)}</a>`],
  ])('refuses what is %s', (_, xml) => {
    expect(() => parseXml(xml)).toThrow(DomainError);
  });

  it.each([
    ['made-up entities', Array.from({ length: 200_000 }, (_, n) => `&e${n};`).join('')],
    ['an endless DOCTYPE', `<!DOCTYPE a [${'<!ENTITY e "x">'.repeat(100_000)}`],
    ['many DOCTYPEs', '<!DOCTYPE a ['.repeat(200_000)],
    ['open tags without an end', '<a '.repeat(100_000)],
  ])('is done quickly with %s', (_, xml) => {
    expect(() => textIn(xml)).not.toThrow(RangeError);
  });
});
