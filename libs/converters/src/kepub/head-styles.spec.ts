import { DO_NOT_HYPHENATE, FULL_SCREEN, HYPHENATE, MARGIN_RULE } from './css-rules.js';
import type { KepubOptions } from './kepub-options.js';
import { pagePlan } from './page-plan.js';
import { convertPage } from './page.js';
import { scanXml } from './scan-xml.js';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const page = (head: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body><p>a</p></body></html>`;

function converted(source: string, options: Partial<KepubOptions>, version = '3.0'): string {
  const result = convertPage(source, pagePlan({ version }, options));
  if (result.kind === 'skipped') throw new Error(result.reason);
  return result.text;
}

function headOf(source: string, options: Partial<KepubOptions>, version?: string): string {
  return /<head>([\s\S]*)<\/head>/.exec(converted(source, options, version))?.[1] ?? 'no head';
}

const style = (known: string, rule: string) => `<style type="text/css" class="${known}">${rule}</style>`;
const MARGIN = style('kobostylehacks', MARGIN_RULE);

/** The style sheets as a reader of XML has them. */
function sheetsOf(xml: string): string[] {
  const sheets: string[] = [];
  const add = (text: string) => {
    if (sheets.length > 0) sheets.push(sheets.pop()! + text);
  };
  scanXml(xml.slice(0, xml.indexOf('</head>')) + '</head></html>', () => ({
    opened: ({ name }) => name === 'style' && sheets.push(''),
    closed: () => undefined,
    text: add,
    cdata: add,
  }));
  return sheets;
}

/** The same as a browser has them. */
function sheetsInHtml(source: string): string[] {
  const gather = (node: Tree.Node): string[] => {
    if (node.nodeName === 'style' && 'childNodes' in node) {
      return [node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')];
    }
    return 'childNodes' in node ? node.childNodes.flatMap(gather) : [];
  };
  return gather(parse(source));
}

describe('The styles of a page', () => {
  it.each<[string, Partial<KepubOptions>, string[]]>([
    ['nothing', {}, []],
    [
      'two sheets',
      { css: ['a{}', ' b{}\n', ' '] },
      [style('kepubify-extracss', 'a{}'), style('kepubify-extracss', 'b{}')],
    ],
    ['hyphenation', { hyphenation: 'on' }, [style('kepubify-hyphenate', HYPHENATE)]],
    ['no hyphenation', { hyphenation: 'off' }, [style('kepubify-nohyphenate', DO_NOT_HYPHENATE)]],
    ['what the book says of hyphenation', { hyphenation: 'book' }, []],
    ['the full screen', { fullScreenFixes: true }, [style('kepubify-fullscreenfixes', FULL_SCREEN)]],
    [
      'all of them',
      { fullScreenFixes: true, hyphenation: 'on', css: ['x{}'] },
      [
        style('kepubify-extracss', 'x{}'),
        style('kepubify-hyphenate', HYPHENATE),
        style('kepubify-fullscreenfixes', FULL_SCREEN),
      ],
    ],
  ])('stand behind its own, in one order: %s', (_name, options, styles) => {
    expect(headOf(page('<link rel="x"/>'), options)).toBe(`<link rel="x"/>${MARGIN}${styles.join('')}`);
  });

  const everything: Partial<KepubOptions> = { fullScreenFixes: true, hyphenation: 'on', css: ['x > y{}', 'a<b & c{}'] };

  it('carry no class in EPUB 2, whose language has none there', () => {
    const head = headOf(page(''), everything, '2.0');
    expect(head).not.toContain('class=');
    expect(head.match(/<style type="text\/css">/g)).toHaveLength(5);
  });

  it.each(['2.0', '3.0'])('are not put in a second time in EPUB %s', (version) => {
    const once = converted(page('').replace('<p>a</p>', ''), everything, version);
    expect(converted(once, everything, version)).toBe(once);
  });

  it('are known by their text, whoever wrote them', () => {
    const theirs = `<style>\n${MARGIN_RULE} </style><style title="t">x{}</style>`;
    expect(headOf(page(theirs), { css: ['x{}', 'y{}'] })).toBe(
      `${theirs.replace('<style>', '<style type="text/css">').replace('<style t', '<style t').replace('title="t"', 'title="t" type="text/css"')}${style('kepubify-extracss', 'y{}')}`,
    );
  });

  it.each([
    'a::after { content: "</style><script>alert(1)</script>" }',
    'a::after { content: "</STYLE" }',
    'a { background: url(x?a&b) } @media (width < 9px) { b > c {} }',
    'a::after { content: "]]>" } <![CDATA[ x ]]> /* ',
    'a { content: "\u0000\uD800\f" }',
    '&nbsp; &#0; <!-- -->',
  ])('hold whatever the user wrote, and it ends neither element nor page: %s', (css) => {
    const result = converted(page('<title>T</title>'), { css: [css] });
    expect(sheetsOf(result)).toHaveLength(2);
    expect(sheetsInHtml(result)).toHaveLength(2);
    expect(result).toContain('<p><span class="koboSpan" id="kobo.1.1">a</span></p>');
    expect(sheetsInHtml(result)[1]?.replaceAll('<![CDATA[', '').replaceAll(']]>', '')).toBe(sheetsOf(result)[1]);
  });

  it('say in both languages what the user wrote', () => {
    const result = converted(page(''), { css: ['a & b < c {}'] });
    expect(sheetsOf(result)[1]).toBe('/**/a & b < c {}/**/');
    expect(sheetsInHtml(result)[1]).toBe('/*<![CDATA[*/a & b < c {}/*]]>*/');
  });
});
