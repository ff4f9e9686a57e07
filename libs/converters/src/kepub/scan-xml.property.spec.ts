import fc from 'fast-check';
import { scanAnyXml } from './scan-any-xml.js';
import { scanPlainXml } from './scan-plain-xml.js';
import { NotWellFormed, type XmlListener } from './xml-listener.js';

/** What a listener was told, each with its place. */
function recorder(): { told: unknown[]; listener: XmlListener } {
  const told: unknown[] = [];
  const note =
    (kind: string) =>
    (...what: unknown[]) =>
      void told.push([kind, ...what]);
  const opened: XmlListener['opened'] = ({ name, attributes, isSelfClosing }, place) =>
    void told.push(['opened', name, { ...attributes }, isSelfClosing, place]);
  return { told, listener: { opened, closed: note('closed'), text: note('text'), cdata: note('cdata') } };
}

function plainly(source: string): unknown[] | undefined {
  const { told, listener } = recorder();
  return scanPlainXml(source, listener) ? told : undefined;
}

function wholly(source: string): unknown[] | undefined {
  const { told, listener } = recorder();
  try {
    scanAnyXml(source, listener);
    return told;
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
}

const TEXTS = ['x', ' ', '\n', '\r\n', '\r', '\t', '&amp;', '&#10;', '&#x1F600;', '😀', 'é', '>', '] ]', '"', "'", '—'];
const VALUES = [...TEXTS, 'a b', ''].filter((text) => !text.includes('"'));
const NAMES = ['p', 'div', 'o:p', 'svg', 'x-1', 'A', '_'];
const text = fc.array(fc.constantFrom(...TEXTS), { maxLength: 4 }).map((pieces) => pieces.join(''));
const value = fc.array(fc.constantFrom(...VALUES), { maxLength: 3 }).map((pieces) => pieces.join(''));
const space = fc.constantFrom(' ', '\n', '  ', '\r\n');
const attributes = fc
  .uniqueArray(fc.constantFrom('id', 'class', 'xml:lang', 'a.b', '__proto__'), { maxLength: 3 })
  .chain((names) => fc.tuple(...names.map((name) => fc.tuple(space, value).map(([s, v]) => `${s}${name}="${v}"`))))
  .map((all) => all.join(''));
const aside = fc.constantFrom('<!-- a -->', '<?php echo 1 ?>', '<![CDATA[a <b> \r\n]]>', '<!---->', '<?x?>');
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    aside,
    fc
      .tuple(fc.constantFrom(...NAMES), attributes, fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
      .map(([name, said, children, short]) =>
        short ? `<${name}${said}/>` : `<${name}${said}>${children.join('')}</${name}>`,
      ),
  ),
}));
const PROLOGUES = [
  '',
  '\n',
  '<!DOCTYPE html>',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n',
  '<?xml version="1.0" encoding="utf-8"?>\n<!-- a -->',
];
const documents = fc
  .tuple(fc.constantFrom(...PROLOGUES), fc.array(node, { maxLength: 5 }), fc.constantFrom('', '\n', '<!-- z -->'))
  .map(([prologue, nodes, end]) => `${prologue}<html>${nodes.join('')}</html>${end}`);

const SLIPS = [
  ...['<', '>', '&', '/', '"', "'", '=', '!', '?', '-', ']', ']]>', '--', '<!--', '-->', '<![CDATA[', '&nbsp;', '&#0;'],
  ...['&#xD800;', '&#1;', '\uFEFF', '\r', ' ', 'é', '<p>', '</p>', '<a b="1" b="2"/>', '<!DOCTYPE html>'],
  ...['<?xml version="1.0"?>', '<p a=1>', '<p a>', '<p a="1"b="2"/>', '<p/ >', '< p>', '</ p>', '<p a="<"/>'],
];
/** A document into which something slipped, or from which something went. */
const spoilt = fc
  .tuple(documents, fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ...SLIPS))
  .map(([document, at, gone, slip]) => {
    const place = at % (document.length + 1);
    return (document.slice(0, place) + slip + document.slice(place + gone)).toWellFormed();
  });

describe('The quick reading of plain XML', () => {
  it('tells of every plain document what a parser of all of XML tells', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const told = plainly(source);
        expect(told).toBeDefined();
        expect(told).toEqual(wholly(source));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never takes for well-formed what is not, nor tells of it otherwise', () => {
    fc.assert(
      fc.property(spoilt, (source) => {
        const told = plainly(source);
        if (told) expect(told).toEqual(wholly(source));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['names beyond ASCII', '<html><é/></html>'],
    ['a document type with contents', '<!DOCTYPE html [<!ENTITY a "b">]><html/>'],
    ['another version', '<?xml version="1.1"?><html/>'],
    ['a byte order mark', '\uFEFF<html/>'],
    ['more attributes than anybody writes', `<p ${Array.from({ length: 40 }, (_, n) => `a${n}="1"`).join(' ')}/>`],
  ])('leaves %s to the other', (_, source) => {
    expect(plainly(source)).toBeUndefined();
    expect(wholly(source)).toBeDefined();
  });
});
