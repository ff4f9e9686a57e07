import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { pagePlan } from './page-plan.js';
import { convertPage } from './page.js';
import { scanXml } from './scan-xml.js';

const PLAN = pagePlan({ version: '3.0' }, {});
const NAMES = ['p', 'div', 'b', 'i', 'h2', 'ul', 'li', 'table', 'tr', 'td', 'span', 'pre', 'svg', 'o:p', 'blockquote'];
const TEXTS = [
  'One. Two. ',
  ' ',
  '\n',
  'end.” Next',
  'a &amp; b! ',
  '&#160;',
  '\u3000',
  '. ',
  'x',
  '”',
  '?\t',
  '&nbsp;&eacute;.',
];

const text = fc.constantFrom(...TEXTS);
const leaf = fc.oneof(
  text,
  fc.constantFrom('<br/>', '<img src="a.png"/>', '<!-- . a -->', '<![CDATA[<c>. d]]>', '<hr/>', '<b/>'),
);
const markup = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 5 }, leaf, tie('element')),
  element: fc
    .tuple(fc.constantFrom(...NAMES), fc.array(tie('node'), { maxLength: 6 }))
    .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
})).node;

const body = fc.array(markup, { maxLength: 8 }).map((nodes) => nodes.join(''));
const soup = fc
  .array(
    fc.oneof(
      leaf,
      fc.constantFrom(...NAMES).chain((n) => fc.constantFrom(`<${n}>`, `</${n}>`, `<${n}/>`, `<${n} class=a`)),
    ),
  )
  .map((pieces) => pieces.join(''));

function page(content: string): string {
  return `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${content}</body></html>`;
}

function converted(source: string): string {
  const result = convertPage(source, PLAN);
  if (result.kind === 'skipped') throw new Error(result.reason);
  return result.text;
}

/** The text a reader of XML sees in the body. */
function bodyText(xml: string): string {
  let result = '';
  let inBody = false;
  scanXml(xml, () => ({
    opened: ({ name }) => (inBody ||= name === 'body'),
    closed: (name) => (inBody &&= name !== 'body'),
    text: (value) => (result += inBody ? value : ''),
    cdata: (value) => (result += inBody ? value : ''),
  }));
  return result;
}

/** The text a browser shows of the body. */
function shownText(source: string): string {
  const gather = (node: Tree.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(gather).join('') : '';
  const find = (node: Tree.Node): Tree.Node | undefined =>
    node.nodeName === 'body' ? node : 'childNodes' in node ? node.childNodes.map(find).find(Boolean) : undefined;
  const found = find(parse(source, { scriptingEnabled: false }));
  return found ? gather(found) : '';
}

function ids(xml: string): [number, number][] {
  return [...xml.matchAll(/id="kobo\.(\d+)\.(\d+)"/g)].map(([, p, s]) => [Number(p), Number(s)]);
}

describe('A converted page', () => {
  it('keeps every character of the text it had', () => {
    fc.assert(
      fc.property(body, (content) => {
        const source = page(content.replaceAll('&nbsp;', '&#160;').replaceAll('&eacute;', '&#233;'));
        expect(bodyText(converted(source)).replace(/\s/g, '')).toBe(bodyText(source).replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('is well-formed, whatever it was made of', () => {
    fc.assert(
      fc.property(soup, (content) => {
        expect(() => bodyText(converted(page(content)))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('has ids that grow from span to span', () => {
    fc.assert(
      fc.property(fc.oneof(body, soup), (content) => {
        const found = ids(converted(page(content)));
        found.forEach(([p, s], at) => {
          const [before, last] = found[at - 1] ?? [0, 0];
          expect(p > before || (p === before && s > last)).toBe(true);
        });
      }),
    );
  });

  it('is not changed by a second conversion', () => {
    fc.assert(
      fc.property(fc.oneof(body, soup), (content) => {
        const once = converted(page(content));
        const twice = convertPage(once, PLAN);
        expect(twice.kind === 'converted' ? twice.text : once).toBe(once);
      }),
    );
  });

  it('shows what a browser shows of a page that is not well-formed', () => {
    fc.assert(
      fc.property(soup, (content) => {
        const plain = page(content.replace(/<!\[CDATA\[.*?\]\]>/g, '').replace(/<([\w:]+)\/>/g, '<$1></$1>'));
        const result = convertPage(plain, PLAN);
        fc.pre(result.kind === 'converted' && result.tolerant);
        const shown = result.kind === 'converted' ? shownText(result.text) : '';
        expect(shown.replace(/\s/g, '')).toBe(shownText(plain).replace(/\s/g, ''));
      }),
    );
  });
});
