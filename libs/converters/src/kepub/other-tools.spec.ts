import { DO_NOT_HYPHENATE, FULL_SCREEN, HYPHENATE, MARGIN_RULE } from './css-rules.js';
import { convertedText, headIn, inBrackets, pageOf, XHTML } from './testing/page-in-brackets.js';

// What kepubify 4.0.4 makes of each of these was looked at; readers change tools, and their marks must stay in place.

const body = (source: string) => inBrackets(convertedText(pageOf(source)));
const MARGIN = `<style type="text/css" class="kobostylehacks">${MARGIN_RULE}</style>`;
const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const MATH = 'xmlns="http://www.w3.org/1998/Math/MathML"';

type Case = [name: string, before: string, after: string];

describe('A body is marked as other tools mark it', () => {
  it.each<Case>([
    ['one sentence', '<p>Rain fell on the roof.</p>', '<p>[1.1|Rain fell on the roof.]</p>'],
    ['two sentences', '<p>Rain fell. Snow lay.</p>', '<p>[1.1|Rain fell. ][1.2|Snow lay.]</p>'],
    [
      'closing quotes of all kinds',
      `<p>“Go.” It went. “How?” "So." 'Ah!' It fell.</p>`,
      `<p>[1.1|“Go.” ][1.2|It went. ][1.3|“How?” ][1.4|"So." ][1.5|'Ah!' ][1.6|It fell.]</p>`,
    ],
    ['two closing quotes', '<p>“They cried ‘go.’” All left.</p>', '<p>[1.1|“They cried ‘go.’” All left.]</p>'],
    ['three dots', '<p>So... yes. But... no.</p>', '<p>[1.1|So... ][1.2|yes. ][1.3|But... ][1.4|no.]</p>'],
    [
      'Japanese stops',
      '<p>雪が降った。風も吹いた。 寒い！ なぜ？ いえ.</p>',
      '<p>[1.1|雪が降った。風も吹いた。 寒い！ なぜ？ いえ.]</p>',
    ],
    ['decimals', '<p>It is 2.72 long. Part 3.1. So.</p>', '<p>[1.1|It is 2.72 long. ][1.2|Part 3.1. ][1.3|So.]</p>'],
    ['closing brackets', '<p>(It ran.) It fell. [So.] No.</p>', '<p>[1.1|(It ran.) It fell. ][1.2|[So.] No.]</p>'],
    ['a no-break space', '<p>A.\u00a0B. C.</p>', '<p>[1.1|A.\u00a0B. ][1.2|C.]</p>'],
    ['tabs and line ends', '<p>A.\n\tB.\tC.\r\nD.</p>', '<p>[1.1|A.\n\t][1.2|B.\t][1.3|C.\r\n][1.4|D.]</p>'],
    ['no space', '<p>So.Then it;went:on</p>', '<p>[1.1|So.Then it;went:on]</p>'],
    ['colons and semicolons', '<p>So: x; y; z. Then.</p>', '<p>[1.1|So: x; y; z. ][1.2|Then.]</p>'],
    ['Arabic', '<p>من هو؟ لا. نعم! طيب.</p>', '<p>[1.1|من هو؟ لا. ][1.2|نعم! ][1.3|طيب.]</p>'],
    ['Hindi', '<p>वह गया। वह आई॥ So.</p>', '<p>[1.1|वह गया। वह आई॥ So.]</p>'],
    ['a stop first', '<p> ? So it.</p>', '<p>[1.1| ? ][1.2|So it.]</p>'],
    ['emoji', '<p>🐟. 🐸 👨\u200d🍳! so</p>', '<p>[1.1|🐟. ][1.2|🐸 👨\u200d🍳! ][1.3|so]</p>'],
    [
      'invisible characters',
      '<p>re\u00adap.\u200bSo. x\ufeffy. z</p>',
      '<p>[1.1|re\u00adap.\u200bSo. ][1.2|x\ufeffy. ][1.3|z]</p>',
    ],
    ['text in the body', 'Bare. Text.<p>So.</p>', '[0.1|Bare. ][0.2|Text.]<p>[1.1|So.]</p>'],
    [
      'headings',
      [1, 2, 3, 4, 5, 6].map((n) => `<h${n}>x</h${n}>`).join(''),
      [1, 2, 3, 4, 5, 6].map((n) => `<h${n}>[${n}.1|x]</h${n}>`).join(''),
    ],
    [
      'lists',
      '<ul><li>w</li><li>x</li></ul><ol><li>y</li><li>z</li></ol>',
      '<ul><li>[1.1|w]</li><li>[1.2|x]</li></ul><ol><li>[2.1|y]</li><li>[2.2|z]</li></ol>',
    ],
    [
      'paragraphs in items',
      '<ul><li><p>x.</p></li><li><p>y. z.</p></li></ul>',
      '<ul><li><p>[1.1|x.]</p></li><li><p>[2.1|y. ][2.2|z.]</p></li></ul>',
    ],
    [
      'tables',
      '<table><caption>So.</caption><thead><tr><th>T</th></tr></thead><tbody><tr><td>v. w.</td><td>x</td></tr></tbody></table><table><tbody><tr><td><p>y</p></td></tr></tbody></table>',
      '<table><caption>[1.1|So.]</caption><thead><tr><th>[1.2|T]</th></tr></thead><tbody><tr><td>[1.3|v. ][1.4|w.]</td><td>[1.5|x]</td></tr></tbody></table><table><tbody><tr><td><p>[2.1|y]</p></td></tr></tbody></table>',
    ],
    [
      'quotations',
      '<blockquote>Bare.</blockquote><blockquote><p>So.</p></blockquote>',
      '<blockquote>[0.1|Bare.]</blockquote><blockquote><p>[1.1|So.]</p></blockquote>',
    ],
    [
      'definitions',
      '<dl><dt>A</dt><dd>One. Two.</dd><dt>B</dt><dd>C</dd></dl>',
      '<dl><dt>[0.1|A]</dt><dd>[0.2|One. ][0.3|Two.]</dd><dt>[0.4|B]</dt><dd>[0.5|C]</dd></dl>',
    ],
    [
      'an image between paragraphs',
      '<p>A.</p><img src="i.png" alt="y"/><p>B.</p>',
      '<p>[1.1|A.]</p>[2.1|<img src="i.png" alt="y"/>]<p>[3.1|B.]</p>',
    ],
    [
      'an image in a paragraph',
      '<p>Here <img src="i.png" alt=""/> it is. So.</p><p>On.</p>',
      '<p>[1.1|Here ][2.1|<img src="i.png" alt=""/>][2.2| it is. ][2.3|So.]</p><p>[3.1|On.]</p>',
    ],
    [
      'an image with white space in a paragraph',
      '<p>\n<img src="i.png"/>\n</p>',
      '<p>[1.1|\n][2.1|<img src="i.png"/>][2.2|\n]</p>',
    ],
    [
      'a figure',
      '<figure><img src="i.png"/><figcaption>No. 1. So.</figcaption></figure>',
      '<figure>[1.1|<img src="i.png"/>]<figcaption>[1.2|No. ][1.3|1. ][1.4|So.]</figcaption></figure>',
    ],
    [
      'white space in and between inline elements',
      '<p>X<b> </b>Y <i>\n</i> <em>Z</em> </p>',
      '<p>[1.1|X]<b> </b>[1.2|Y ]<i>\n</i>[1.3| ]<em>[1.4|Z]</em>[1.5| ]</p>',
    ],
    [
      'white space between blocks',
      '<div>\n <h1> A </h1>\n <div> </div>\n <ul>\n <li> b </li>\n </ul>\n</div>',
      '<div>\n <h1>[1.1| A ]</h1>\n <div> </div>\n <ul>\n <li>[2.1| b ]</li>\n </ul>\n</div>',
    ],
    [
      'breaks and rules',
      '<p>Up.<br/>Down.</p><hr/><p>So.</p>',
      '<p>[1.1|Up.]<br/>[1.2|Down.]</p><hr/><p>[2.1|So.]</p>',
    ],
    [
      'text behind paragraphs',
      '<div><p>X.</p>on<p>Y.</p>on. so.</div>',
      '<div><p>[1.1|X.]</p>[1.2|on]<p>[2.1|Y.]</p>[2.2|on. ][2.3|so.]</div>',
    ],
    [
      'a no-break space alone',
      '<p>\u00a0</p><div>\u00a0</div><p>a</p>',
      '<p>[1.1|\u00a0]</p><div>\u00a0</div><p>[2.1|a]</p>',
    ],
    [
      'details',
      '<details><summary>A.</summary><p>B.</p></details>',
      '<details><summary>[0.1|A.]</summary><p>[1.1|B.]</p></details>',
    ],
    [
      'formatting',
      '<p>A <b>b. c</b> d. <i>e</i>f</p>',
      '<p>[1.1|A ]<b>[1.2|b. ][1.3|c]</b>[1.4| d. ]<i>[1.5|e]</i>[1.6|f]</p>',
    ],
    [
      'formatting within formatting',
      '<p>A <b>b <i>c. d</i> e</b> f.</p>',
      '<p>[1.1|A ]<b>[1.2|b ]<i>[1.3|c. ][1.4|d]</i>[1.5| e]</b>[1.6| f.]</p>',
    ],
    [
      'spans of the book',
      '<p><span class="big">O</span>nce so. <span id="s">Then.</span></p>',
      '<p><span class="big">[1.1|O]</span>[1.2|nce so. ]<span id="s">[1.3|Then.]</span></p>',
    ],
    [
      'ruby, part by part',
      '<p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp>川<rt>かわ</rt></ruby>だ。</p>',
      '<p><ruby>[1.1|山]<rp>[1.2|(]</rp><rt>[1.3|やま]</rt><rp>[1.4|)]</rp>[1.5|川]<rt>[1.6|かわ]</rt></ruby>[1.7|だ。]</p>',
    ],
    [
      'a link around paragraphs',
      '<a href="h"><p>A.</p><p>B.</p></a>',
      '<a href="h"><p>[1.1|A.]</p><p>[2.1|B.]</p></a>',
    ],
    ['a comment', '<p>A <!-- so --> b. C.</p>', '<p>[1.1|A ]<!-- so -->[1.2| b. ][1.3|C.]</p>'],
    [
      'a drawing in a paragraph',
      '<p>A <svg><text>s</text></svg> b.</p>',
      `<p>[1.1|A ]<svg ${SVG}><text>s</text></svg>[1.2| b.]</p>`,
    ],
    [
      'a formula in a paragraph',
      '<p>Say <math><mi>y</mi><mn>2.</mn></math> so. Yes.</p>',
      `<p>[1.1|Say ]<math ${MATH}><mi>y</mi><mn>2.</mn></math>[1.2| so. ][1.3|Yes.]</p>`,
    ],
    [
      'what Word left',
      '<p>X<o:p></o:p> Y<o:p>&#160;</o:p> <o:p>stay</o:p></p><p><st1:place></st1:place><st1:city>Oslo</st1:city></p>',
      '<p>[1.1|X][1.2| Y][1.3| ]<o:p>[1.4|stay]</o:p></p><p><st1:city>[2.1|Oslo]</st1:city></p>',
    ],
    ['nothing', '', ''],
    [
      'a cover that is drawn',
      `<div><svg ${SVG} version="1.1" viewBox="0 0 6 8"><image width="6" xlink:href="c.jpg"/></svg></div>`,
      `<div><svg ${SVG} version="1.1" viewBox="0 0 6 8"><image width="6" xlink:href="c.jpg"/></svg></div>`,
    ],
    ['line ends that were meant', '<p>A.\r\nB\rC.&#13;</p>', '<p>[1.1|A.\n][1.2|B\nC.&#13;]</p>'],
    ['a line end first in pre', '<pre>\n\nx</pre>', '<pre>\n\nx</pre>'],
    [
      'a switch',
      `<p><epub:switch id="s"><epub:case required-namespace="m"><math><mi>x</mi></math></epub:case><epub:default>y. z</epub:default></epub:switch></p>`,
      `<p><epub:switch id="s"><epub:case required-namespace="m"><math ${MATH}><mi>x</mi></math></epub:case><epub:default>[1.1|y. ][1.2|z]</epub:default></epub:switch></p>`,
    ],
    [
      'old formatting',
      '<center><font size="2">X. Y.</font></center>',
      '<center><font size="2">[0.1|X. ][0.2|Y.]</font></center>',
    ],
    [
      'characters that must be escaped',
      `<p>"Q" 'q' &lt;b&gt; &amp; \u00a0n\u00a0m — ü</p>`,
      `<p>[1.1|"Q" 'q' &lt;b&gt; &amp; \u00a0n\u00a0m — ü]</p>`,
    ],
    [
      'attributes, quoted or not',
      `<p title="x &quot;y&quot; &lt;z&gt; 'w' &amp; é\u00a0v" DATA-A='1'>a</p><input disabled="disabled"/><input checked/>`,
      `<p title="x &quot;y&quot; &lt;z> 'w' &amp; é\u00a0v" data-a="1">[1.1|a]</p><input disabled="disabled"/><input checked=""/>`,
    ],
    ['capitals', '<P CLASS="X">A. <B>B.</B></P>', '<p class="X">[1.1|A. ]<b>[1.2|B.]</b></p>'],
    [
      'elements that do not end',
      '<p>A.<p>B <b>c<p>D</b>.',
      '<p>[1.1|A.]</p><p>[2.1|B ]<b>[2.2|c]</b></p><p><b>[3.1|D]</b>[3.2|.]</p>',
    ],
    ['elements that cross', '<p><b>a <i>b</b> c</i></p>', '<p><b>[1.1|a ]<i>[1.2|b]</i></b><i>[1.3| c]</i></p>'],
    [
      'markup in a drawing',
      '<svg><foreignObject><p>A. b</p></foreignObject></svg><p>C.</p>',
      `<svg ${SVG}><foreignObject><p>A. b</p></foreignObject></svg><p>[1.1|C.]</p>`,
    ],
  ])('%s', (_name, before, after) => {
    expect(body(before)).toBe(after);
  });
});

describe('A body is marked in another way than by other tools, on purpose', () => {
  it.each<Case>([
    [
      'form fields get no spans',
      '<object data="o">A. b</object><button>C. d</button><textarea>E. f</textarea><select><option>G. h</option></select>',
      '<object data="o">[0.1|A. ][0.2|b]</object><button>[0.3|C. ][0.4|d]</button><textarea>E. f</textarea><select><option>G. h</option></select>',
    ],
    [
      'noscript is markup, a frame is left alone',
      '<noscript><p>A. B.</p></noscript><iframe src="f.html">C. D</iframe><p>E.</p>',
      '<noscript><p>A. B.</p></noscript><iframe src="f.html">C. D</iframe><p>[1.1|E.]</p>',
    ],
    [
      'a drawing with a prefix is one',
      '<p>A.</p><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>B. C.</s:text></s:svg><p>D.</p>',
      '<p>[1.1|A.]</p><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>B. C.</s:text></s:svg><p>[2.1|D.]</p>',
    ],
    [
      'a formula with a prefix is one',
      `<p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>y</m:mi></m:math> so.</p>`,
      `<p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>y</m:mi></m:math>[1.1| so.]</p>`,
    ],
    [
      'no span is left empty',
      '<p>so\ufffdon</p><p>\ufffd</p><p title="\ufffda">b</p>',
      '<p>[1.1|soon]</p><p></p><p title="\ufffda">[3.1|b]</p>',
    ],
    [
      'empty elements do not leak',
      '<p>A <i/> b. <b/> c.</p><h2/><p>d</p>',
      '<p>[1.1|A ]<i></i>[1.2| b. ]<b></b>[1.3| c.]</p><h2></h2><p>[2.1|d]</p>',
    ],
    [
      'nor do empty cells, items, sections',
      '<table><tr><td/><td>x</td></tr></table><ul><li/><li>y</li></ul><section/><p>z</p>',
      '<table><tr><td></td><td>[1.1|x]</td></tr></table><ul><li></li><li>[2.1|y]</li></ul><section></section><p>[3.1|z]</p>',
    ],
    [
      'nor elements of other languages',
      '<mbp:pagebreak/><p>A. b</p>',
      '<mbp:pagebreak></mbp:pagebreak><p>[1.1|A. ][1.2|b]</p>',
    ],
    ['a CDATA section is text', '<p><![CDATA[this & that]]> so.</p>', '<p>[1.1|this &amp; that][1.2| so.]</p>'],
    ['an attribute stands once', '<p id="x" id="y" class="z">a</p>', '<p id="x" class="z">[1.1|a]</p>'],
    [
      'an image is what XHTML calls one',
      '<p><image src="i.png"/> a.</p>',
      '<p><image src="i.png"></image>[1.1| a.]</p>',
    ],
  ])('%s', (_name, before, after) => {
    expect(body(before)).toBe(after);
  });
});

describe('A page that was converted by any tool', () => {
  const spans = '<p><span class="a koboSpan b" id="k">A.</span></p><p>B.</p>';
  const wrapped = (content: string) => `<div id="book-columns"><div id="book-inner">${content}</div></div>`;

  it('gets wrappers around spans it has, and no more spans', () => {
    expect(body(spans)).toBe(spans);
  });

  it('gets spans in wrappers it has', () => {
    expect(body(wrapped('<p>A.</p>'))).toBe('<p>[1.1|A.]</p>');
  });

  it('is left alone when it has it all', () => {
    expect(() => convertedText(pageOf(wrapped(spans), `<title>T</title>${MARGIN}`))).toThrow('spans already');
  });
});

describe('A head is what other tools make of it', () => {
  it.each<Case>([
    [
      'an encoding it names becomes what it is',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"/>',
      '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>',
    ],
    [
      'the right one stays',
      '<meta http-equiv="content-type" content="text/html; charset=UTF-8"/>',
      '<meta http-equiv="content-type" content="text/html; charset=UTF-8"/>',
    ],
    [
      'types are said',
      '<style>b{}</style><script>2</script><link rel="stylesheet" href="a.css"/>',
      '<style type="text/css">b{}</style><script type="text/javascript">2</script><link rel="stylesheet" href="a.css"/>',
    ],
    [
      'style sheets keep their CDATA sections',
      '<style type="text/css">/*<![CDATA[*/ a > b { margin: 0 } /*]]>*/</style>',
      '<style type="text/css">/*<![CDATA[*/ a > b { margin: 0 } /*]]>*/</style>',
    ],
  ])('%s', (_name, before, after) => {
    expect(headIn(convertedText(pageOf('<p>A.</p>', before)))).toBe(after + MARGIN);
  });

  it.each(['<p>A. B.</p>', '<html><body><p>A. B.</p></body></html>'])('even where there is none: %s', (source) => {
    expect(convertedText(source)).toContain(`<html ${XHTML}><head>${MARGIN}</head><body>`);
    expect(inBrackets(convertedText(source))).toBe('<p>[1.1|A. ][1.2|B.]</p>');
  });
});

describe('A page keeps around its body what other tools keep', () => {
  const DOCTYPE =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"\n  "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">';

  it('its document type and its language', () => {
    const result = convertedText(
      `<?xml version='1.0' encoding='utf-8'?>\n${DOCTYPE}\n${pageOf('A.').replace('<html', '<html xml:lang="en"')}\n`,
    );
    expect(result).toContain(`<?xml version="1.0" encoding="utf-8"?>\n${DOCTYPE}\n<html xml:lang="en" xmlns`);
  });

  it('its attributes', () => {
    const attributes = 'class="c" epub:type="bodymatter" style="margin:0"';
    expect(convertedText(pageOf('A.').replace('<body>', `<body ${attributes}>`))).toContain(
      `<body ${attributes}><div id="book-columns"><div id="book-inner">`,
    );
  });

  it('its white space', () => {
    const source = `<html ${XHTML}><head><title>T</title></head>\n<body>\n<p>A.</p>\n</body>\n</html>\n`;
    expect(inBrackets(convertedText(source))).toBe('\n<p>[1.1|A.]</p>\n');
  });

  it('but no byte order mark', () => {
    expect(convertedText(`\ufeff<?xml version="1.0"?>${pageOf('A.')}`)).toBe(convertedText(pageOf('A.')));
  });

  it('but the declaration comes first', () => {
    const result = convertedText(`<!-- by hand --><?xml version="1.0"?><!DOCTYPE html>${pageOf('A.')}`);
    expect(result).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<!-- by hand --><!DOCTYPE html><html/);
  });

  it('but no internal subset, whose entities are put in place', () => {
    const result = convertedText(`<!DOCTYPE html [<!ENTITY dog "Canis">]>${pageOf('<p>&dog; ran.</p>')}`);
    expect(result).toContain('<!DOCTYPE html><html');
    expect(inBrackets(result)).toBe('<p>[1.1|Canis ran.]</p>');
  });
});

describe('What a user may ask for is as other tools do it', () => {
  const style = (known: string, rule: string) => `<style type="text/css" class="${known}">${rule}</style>`;
  const head = (options: Parameters<typeof convertedText>[1]) =>
    headIn(convertedText(pageOf('<p>A.</p>', ''), options));

  it('quotes, dashes and dots', () => {
    const source = `<p>"Yes," he said -- it's 'so'... (c) 1/2</p><pre>"x"</pre><code>"y"</code>`;
    expect(inBrackets(convertedText(pageOf(source), { smartPunctuation: true }))).toBe(
      '<p>[1.1|“Yes,” he said – it’s ‘so’… ][1.2|© ½]</p><pre>"x"</pre><code>[1.3|"y"]</code>',
    );
  });

  it('two style sheets', () => {
    expect(head({ css: ['c{}', 'd{}'] })).toBe(
      MARGIN + style('kepubify-extracss', 'c{}') + style('kepubify-extracss', 'd{}'),
    );
  });

  it('hyphenation, or none', () => {
    expect(head({ hyphenation: 'on' })).toBe(MARGIN + style('kepubify-hyphenate', HYPHENATE));
    expect(head({ hyphenation: 'off' })).toBe(MARGIN + style('kepubify-nohyphenate', DO_NOT_HYPHENATE));
  });

  it('the full screen', () => {
    expect(head({ fullScreenFixes: true })).toBe(MARGIN + style('kepubify-fullscreenfixes', FULL_SCREEN));
  });

  it('replacements', () => {
    const result = convertedText(pageOf('<p>The cat. A cat.</p>'), { replacements: [{ find: 'cat', replace: 'dog' }] });
    expect(inBrackets(result)).toBe('<p>[1.1|The dog. ][1.2|A dog.]</p>');
  });

  it('all of it at once', () => {
    const options = { css: ['y{}'], hyphenation: 'on', smartPunctuation: true, fullScreenFixes: true } as const;
    const result = convertedText(pageOf('<p>"X".</p>', ''), options);
    expect(headIn(result)).toBe(
      MARGIN +
        style('kepubify-extracss', 'y{}') +
        style('kepubify-hyphenate', HYPHENATE) +
        style('kepubify-fullscreenfixes', FULL_SCREEN),
    );
    expect(inBrackets(result)).toBe('<p>[1.1|“X”.]</p>');
  });
});
