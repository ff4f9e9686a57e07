import { MARGIN_RULE } from './css-rules.js';
import { pagePlan } from './page-plan.js';
import { convertPage, type PageResult } from './page.js';

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const STYLE = `<style type="text/css" class="kobostylehacks">${MARGIN_RULE}</style>`;
const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

function page(body: string, head = '<title>T</title>'): string {
  return `<html ${XHTML}><head>${head}</head><body>${body}</body></html>`;
}

function convertTo(source: string, version: string): PageResult {
  return convertPage(source, pagePlan({ version }, {}));
}

function converted(source: string, version = '3.0'): string {
  const result = convertTo(source, version);
  if (result.kind === 'skipped') throw new Error(result.reason);
  return result.text;
}

/** What the wrappers hold, with each span written as [paragraph.segment|text]. */
function bodyOf(source: string): string {
  const inner = /<div id="book-inner">([\s\S]*)<\/div><\/div><\/body>/.exec(converted(source))?.[1] ?? 'no wrappers';
  return inner.replace(/<span class="koboSpan" id="kobo\.([\d.]+)">([\s\S]*?)<\/span>/g, '[$1|$2]');
}

function headOf(source: string, version?: string): string {
  return /<head>([\s\S]*)<\/head>/.exec(converted(source, version))?.[1] ?? 'no head';
}

/** Of a page whose markup needs the tolerant path. */
function mendedBodyOf(source: string): string {
  expect(convertTo(source, '3.0')).toMatchObject({ tolerant: true });
  return bodyOf(source);
}

describe('Numbers', () => {
  it.each<[string, string, string]>([
    ['each sentence of a paragraph', '<p>One. Two.</p>', '<p>[1.1|One. ][1.2|Two.]</p>'],
    ['text before any paragraph', 'Loose. Ends.<p>P</p>', '[0.1|Loose. ][0.2|Ends.]<p>[1.1|P]</p>'],
    ['headings', '<h1>a</h1><h6>b</h6>', '<h1>[1.1|a]</h1><h6>[2.1|b]</h6>'],
    ['a list once, its items in it', '<ol><li>a</li><li>b</li></ol>', '<ol><li>[1.1|a]</li><li>[1.2|b]</li></ol>'],
    [
      'a nested list anew',
      '<ul><li>a<ul><li>b</li></ul>c</li></ul>',
      '<ul><li>[1.1|a]<ul><li>[2.1|b]</li></ul>[2.2|c]</li></ul>',
    ],
    ['a paragraph in an item once', '<ul><li><p>a</p></li></ul>', '<ul><li><p>[1.1|a]</p></li></ul>'],
    [
      'a table once',
      '<table><tr><td>a</td><td>b</td></tr></table>',
      '<table><tr><td>[1.1|a]</td><td>[1.2|b]</td></tr></table>',
    ],
    [
      'no div, quote or definition',
      '<div>a</div><blockquote>b</blockquote><dl><dt>c</dt></dl>',
      '<div>[0.1|a]</div><blockquote>[0.2|b]</blockquote><dl><dt>[0.3|c]</dt></dl>',
    ],
    ['text behind a paragraph in it', '<p>a</p>b<p>c</p>', '<p>[1.1|a]</p>[1.2|b]<p>[2.1|c]</p>'],
    ['an empty paragraph not', '<p></p><p><!-- c --></p><p>a</p>', '<p></p><p><!-- c --></p><p>[1.1|a]</p>'],
    ['an unused heading later', '<h2></h2><div>a</div>', '<h2></h2><div>[1.1|a]</div>'],
    [
      'an image as a paragraph',
      '<p>a</p><img src="i.png"/><p>b</p>',
      '<p>[1.1|a]</p>[2.1|<img src="i.png"/>]<p>[3.1|b]</p>',
    ],
    [
      'text behind an image in its paragraph',
      '<p>a <img src="i.png"/> b</p>',
      '<p>[1.1|a ][2.1|<img src="i.png"/>][2.2| b]</p>',
    ],
    ['an image first in a paragraph once', '<p><img src="i.png"/></p>', '<p>[1.1|<img src="i.png"/>]</p>'],
    ['inline elements on their own', '<p>a <b>b. c</b> d</p>', '<p>[1.1|a ]<b>[1.2|b. ][1.3|c]</b>[1.4| d]</p>'],
    ['both sides of a comment', '<p>a <!-- . --> b</p>', '<p>[1.1|a ]<!-- . -->[1.2| b]</p>'],
    ['both sides of an instruction', '<p>a<?x y?>b</p>', '<p>[1.1|a]<?x y?>[1.2|b]</p>'],
    ['ruby piece by piece', '<p><ruby>漢<rt>かん</rt></ruby></p>', '<p><ruby>[1.1|漢]<rt>[1.2|かん]</rt></ruby></p>'],
    ['nothing that is only white space', '<div> <b>\n</b>\u00a0\u3000</div>', '<div> <b>\n</b>\u00a0\u3000</div>'],
    [
      'white space right in a paragraph',
      '<p> <b>a</b>\u00a0<i> </i></p>',
      '<p>[1.1| ]<b>[1.2|a]</b>[1.3|\u00a0]<i> </i></p>',
    ],
    ['no white space of a heading', '<h1> <b>a</b> </h1>', '<h1> <b>[1.1|a]</b> </h1>'],
    ['what looks like space and is none', '<div>\u200b</div>', '<div>[0.1|\u200b]</div>'],
  ])('count %s', (_name, body, expected) => {
    expect(bodyOf(page(body))).toBe(expected);
  });

  it.each<[string, string]>([
    ['pre', '<pre>a. b\n<p>c</p></pre>'],
    ['script', '<script type="x">a. b</script>'],
    ['style', '<style type="text/css">a. b</style>'],
    ['audio', '<audio src="a">a. b</audio>'],
    ['video', '<video src="v"><p>a. b</p></video>'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>a. b</text><foreignObject><p>c</p></foreignObject></svg>'],
    ['math', '<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>a. b</mtext></math>'],
    ['svg with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>a. b</s:text></s:svg>'],
    ['math with a prefix', '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math>'],
    ['textarea', '<textarea>a. b</textarea>'],
    ['select', '<select><option>a. b</option></select>'],
    ['iframe', '<iframe src="i">a. b</iframe>'],
    ['noscript', '<noscript><p>a. b</p></noscript>'],
  ])('do not enter %s', (_name, element) => {
    expect(bodyOf(page(`<p>x</p>${element}<p>y</p>`))).toBe(`<p>[1.1|x]</p>${element}<p>[2.1|y]</p>`);
  });

  it('go on inside object and button', () => {
    expect(bodyOf(page('<object data="o">a</object><button>b</button>'))).toBe(
      '<object data="o">[0.1|a]</object><button>[0.2|b]</button>',
    );
  });
});

describe('A head', () => {
  it('gets one style at its end', () => {
    expect(headOf(page('<p>a</p>'))).toBe(`<title>T</title>${STYLE}`);
  });

  it('gets a style without a class in EPUB 2, whose language has none there', () => {
    expect(headOf(page('<p>a</p>'), '2.0')).toBe(`<title>T</title><style type="text/css">${MARGIN_RULE}</style>`);
  });

  it('is made where there is none', () => {
    expect(converted(`<html ${XHTML}><body><p>a</p></body></html>`)).toContain(`<head>${STYLE}</head><body>`);
    expect(headOf(`<html ${XHTML}><head/><body><p>a</p></body></html>`)).toBe(STYLE);
  });

  it.each<[string, string]>([
    ['<meta charset="iso-8859-1"/>', '<meta charset="UTF-8"/>'],
    ["<meta  charset='Shift_JIS' id='m'/>", `<meta charset="UTF-8" id='m'/>`],
    ['<meta charset="utf-8"/>', '<meta charset="utf-8"/>'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"/>',
      '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>',
    ],
    [
      '<meta content="text/html; charset=UTF-8" http-equiv="content-type"/>',
      '<meta content="text/html; charset=UTF-8" http-equiv="content-type"/>',
    ],
    ['<meta http-equiv="refresh" content="charset=x"/>', '<meta http-equiv="refresh" content="charset=x"/>'],
    ['<meta name="Adept.resource" content="urn:uuid:1"/>', ''],
    ['<meta name="Adept.expected.resource" content="urn:uuid:1"></meta>', ''],
    ['<meta name="author" content="a"></meta>', '<meta name="author" content="a"/>'],
    ['<script>1</script>', '<script type="text/javascript">1</script>'],
    ['<style>p{}</style>', '<style type="text/css">p{}</style>'],
    ['<script src="s.js"/>', '<script src="s.js" type="text/javascript"></script>'],
    ['<title/>', '<title></title>'],
    [
      '<style type="text/css">/*<![CDATA[*/ p > b {} /*]]>*/</style>',
      '<style type="text/css">/*<![CDATA[*/ p > b {} /*]]>*/</style>',
    ],
  ])('has %s as %s', (before, after) => {
    expect(headOf(page('<p>a</p>', before))).toBe(after + STYLE);
  });
});

describe('A body', () => {
  it('keeps its attributes and gets two wrappers', () => {
    expect(converted(`<html ${XHTML}><head/><body class="b" id="x">\n<p>a</p>\n</body></html>`)).toContain(
      '<body class="b" id="x"><div id="book-columns"><div id="book-inner">\n<p>',
    );
  });

  it('gets them even when it is empty', () => {
    expect(bodyOf(`<html ${XHTML}><head/><body/></html>`)).toBe('');
  });

  it('does not get them twice', () => {
    const wrapped = '<div id="book-columns"><div id="book-inner"><p>a</p></div></div>';
    expect(bodyOf(page(wrapped))).toBe('<p>[1.1|a]</p>');
  });

  it.each([
    '<div id="book-columns"><p>a</p></div>',
    '<div id="book-inner"><p>a</p></div>',
    '<div id="book-columns"><div><div id="book-inner"><p>a</p></div></div></div>',
    '<div id="book-columns"></div><div><div id="book-inner"><p>a</p></div></div>',
  ])('gets them where it only seems to have them: %s', (content) => {
    expect(converted(page(content))).toContain(`<div id="book-columns"><div id="book-inner">${content.slice(0, 20)}`);
  });
});

describe('Markup that HTML and XML read differently', () => {
  it.each<[string, string, string]>([
    [
      'an empty element',
      '<p>a<i/>b<a id="x"/></p><h2/><p>c</p>',
      '<p>[1.1|a]<i></i>[1.2|b]<a id="x"></a></p><h2></h2><p>[2.1|c]</p>',
    ],
    ['an element of another language', '<mbp:pagebreak/><p>a</p>', '<mbp:pagebreak></mbp:pagebreak><p>[1.1|a]</p>'],
    ['a void element with an end tag', '<p>a<br></br>b</p><hr ></hr>', '<p>[1.1|a]<br/>[1.2|b]</p><hr/>'],
    ['an image with an end tag', '<p><img src="i"></img></p>', '<p>[1.1|<img src="i"/>]</p>'],
    ['a CDATA section', '<p><![CDATA[x < y. & z]]> w</p>', '<p>[1.1|x &lt; y. ][1.2|&amp; z][1.3| w]</p>'],
    ['a block in a paragraph', '<p>a<div>b</div>c</p>', '<p>[1.1|a]<div>[1.2|b]</div>[1.3|c]</p>'],
    ['a row right in a table', '<table><tr><td>a</td></tr></table>', '<table><tr><td>[1.1|a]</td></tr></table>'],
    [
      'a drawing without its namespace',
      '<svg><path/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><path/></svg>',
    ],
    [
      'a formula without its namespace',
      '<math><mi>x</mi></math>',
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>',
    ],
    [
      'a drawing that knows its links',
      '<svg xmlns:xlink="http://www.w3.org/1999/xlink"/>',
      '<svg xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg"/>',
    ],
  ])('is written for both: %s', (_name, body, expected) => {
    expect(convertTo(page(body), '3.0')).toMatchObject({ kind: 'converted', tolerant: false });
    expect(bodyOf(page(body))).toBe(expected);
  });

  it('gets the namespace of XHTML', () => {
    expect(converted('<html lang="en"><head/><body>a</body></html>')).toContain(`<html lang="en" ${XHTML}>`);
  });
});

describe('Text', () => {
  it.each<[string, string, string]>([
    [
      'references are read as characters',
      '<p>a.&#32;b&#160;&#x2014;&quot;&amp;&lt;&gt;</p>',
      '<p>[1.1|a. ][1.2|b\u00a0—"&amp;&lt;&gt;]</p>',
    ],
    ['names of HTML become characters', '<p>&nbsp;&eacute;&mdash;&semi;</p>', '<p>[1.1|\u00a0é—;]</p>'],
    ['a carriage return that was meant stays', '<p>a.&#13;b</p>', '<p>[1.1|a.&#13;][1.2|b]</p>'],
    ['line ends stay as they are', '<p>a.\r\nb\rc</p>', '<p>[1.1|a.\r\n][1.2|b\rc]</p>'],
    ['quotes and ">" stay as they are', `<p>"a" 'b' > c</p>`, `<p>[1.1|"a" 'b' > c]</p>`],
    [
      'U+FFFD goes, but not its number',
      '<p>t\ufffdo</p><p>\ufffd</p><p title="\ufffd">a</p>',
      '<p>[1.1|to]</p><p></p><p title="\ufffd">[3.1|a]</p>',
    ],
    ['U+FFFD goes where nothing is marked', '<pre>a\ufffdb</pre>', '<pre>ab</pre>'],
    ['U+FFFD goes when it is written as a reference', '<p>a&#xFFFD;b</p>', '<p>[1.1|ab]</p>'],
    ['a sentence ends behind it as if it were there', '<p>a.\ufffd b</p>', '<p>[1.1|a. b]</p>'],
  ])('%s', (_name, body, expected) => {
    expect(convertTo(page(body), '3.0')).toMatchObject({ tolerant: false });
    expect(bodyOf(page(body))).toBe(expected);
  });

  it('keeps names inside comments and CDATA sections as they are', () => {
    expect(bodyOf(page('<p>&nbsp;<!-- &nbsp; --><![CDATA[&nbsp;]]></p>'))).toBe(
      '<p>[1.1|\u00a0]<!-- &nbsp; -->[1.2|&amp;nbsp;]</p>',
    );
  });
});

describe('What Word left', () => {
  it.each<[string, string]>([
    ['<p>a<o:p></o:p>b<o:p/>c</p>', '<p>[1.1|a][1.2|b][1.3|c]</p>'],
    ['<p>a<o:p>&#160;<!-- c --></o:p></p>', '<p>[1.1|a]</p>'],
    ['<p>a<st1:place><st1:city> </st1:city></st1:place></p>', '<p>[1.1|a]</p>'],
    ['<p><o:p>a</o:p></p>', '<p><o:p>[1.1|a]</o:p></p>'],
    ['<p><st1:x><o:p/><b/></st1:x></p>', '<p><st1:x><b></b></st1:x></p>'],
    ['<p><st1:x> <o:p> </o:p>a</st1:x></p>', '<p><st1:x> [1.1|a]</st1:x></p>'],
    ['<p>a<o:p>\ufffd</o:p><o:p>\ufffd <b/></o:p></p>', '<p>[1.1|a]<o:p> <b></b></o:p></p>'],
  ])('goes when it is empty: %s', (body, expected) => {
    expect(bodyOf(page(body))).toBe(expected);
  });
});

describe('A page that is not well-formed', () => {
  it.each<[string, string, string]>([
    ['paragraphs that do not end', '<p>a<p>b', '<p>[1.1|a]</p><p>[2.1|b]</p>'],
    ['crossed elements', '<p><b>a<i>b</b>c</i></p>', '<p><b>[1.1|a]<i>[1.2|b]</i></b><i>[1.3|c]</i></p>'],
    [
      'empty elements, which do not leak',
      '<p>a<i/>b<br>c</p><section/><p>d</p>',
      '<p>[1.1|a]<i></i>[1.2|b]<br/>[1.3|c]</p><section></section><p>[2.1|d]</p>',
    ],
    ['a void element with an end tag', '<p>a<br></br>b<p>', '<p>[1.1|a]<br/>[1.2|b]</p><p></p>'],
    ['capitals', '<P CLASS="x">a<BR></P>', '<p class="x">[1.1|a]<br/></p>'],
    ['bare ampersands and unknown names', '<p>a & b &nope; &nbsp;</p>', '<p>[1.1|a &amp; b &amp;nope; \u00a0]</p>'],
    ['attributes without values or quotes', '<p id=x hidden>a</p>', '<p id="x" hidden="">[1.1|a]</p>'],
    ['an attribute given twice', '<p id="a" id="b">c</p>', '<p id="a">[1.1|c]</p>'],
    ['a CDATA section', '<p><![CDATA[a < b]]><br>', '<p>[1.1|a &lt; b]<br/></p>'],
    ['a name XML does not know', '<p>a <x@y.z> b</p>', '<p>[1.1|a ]<span>[1.2| b]</span></p>'],
    ['an unquoted value that ends in a slash', '<p><a href=x/>a</a></p>', '<p><a href="x/">[1.1|a]</a></p>'],
    [
      'a quote within a value',
      `<p title='say "x"/>' class="a">a<br></p>`,
      '<p title="say &quot;x&quot;/>" class="a">[1.1|a]<br/></p>',
    ],
    ['noscript', '<noscript><p>a</p></noscript><br>', '<noscript><p>a</p></noscript><br/>'],
    ['a comment with hyphens', '<p>a<!-- b -- c --->d<br></p>', '<p>[1.1|a]<!-- b - - c - -->[1.2|d]<br/></p>'],
    ['a form feed and a control character', '<p>a.\fb\u0001<br>', '<p>[1.1|a. ][1.2|b]<br/></p>'],
    ['a template', '<template><p>a</p></template><br>', '<template><p>[1.1|a]</p></template><br/>'],
    ['markup of no kind', '<p>a < b <! x <3</p>', '<p>[1.1|a &lt; b ]<!-- x <3</p--></p>'],
    [
      'a drawing with its capitals',
      '<svg viewBox="0 0 1 1"><foreignObject/></svg><br>',
      '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><foreignObject></foreignObject></svg><br/>',
    ],
  ])('is mended: %s', (_name, body, expected) => {
    expect(mendedBodyOf(page(body))).toBe(expected);
  });

  it('gets the elements around it', () => {
    expect(converted('<p>a')).toBe(
      `${DECLARATION}<html ${XHTML}><head>${STYLE}</head><body><div id="book-columns"><div id="book-inner">` +
        '<p><span class="koboSpan" id="kobo.1.1">a</span></p></div></div></body></html>',
    );
  });

  it.each<[string, string]>([
    ['<!DOCTYPE HTML>', '<!DOCTYPE html>'],
    ['<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">', '<!DOCTYPE html>'],
    [
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
    ],
    ['<!DOCTYPE html SYSTEM "about:legacy-compat">', '<!DOCTYPE html SYSTEM "about:legacy-compat">'],
  ])('has the document type %s as %s', (before, after) => {
    expect(converted(`${before}${page('<br>')}`)).toContain(`${DECLARATION}${after}<html`);
  });

  it.each<[string, string]>([
    ['<style>a::after{content:"&"}</style>', '/*<![CDATA[*/a::after{content:"&"}/*]]>*/'],
    ['<script>if (a < b) c[d[0]]>1</script>', '/*<![CDATA[*/if (a < b) c[d[0]] >1/*]]>*/'],
    ['<style>//<![CDATA[\np > b{}//]]>\n</style>', '>//\np > b{}//]] >\n</style>'],
  ])('has its code fit for XML: %s', (code, expected) => {
    expect(headOf(page('<br>', code))).toContain(expected);
  });
});

describe('What stands before a page', () => {
  const rest = page('<p>a</p>');

  it.each<[string, string]>([
    ['a declaration', `<?xml version="1.0" encoding="iso-8859-1"?>\n${rest}`],
    ['a byte order mark', `\ufeff<?xml version='1.0'?>${rest}`],
    ['two marks', `\ufeff\ufeff${rest}`],
    ['text', `stray text<?xml version="1.0"?>\n${rest}`],
    ['two declarations', `<?xml version="1.0"?>\n<?xml version="1.0"?>${rest}`],
    ['a mark between two declarations', `<?xml version="1.0"?>\n\ufeff<?xml version="1.0"?>${rest}`],
    ['nothing', rest],
    ['XML 1.1', `<?xml version="1.1"?>${rest}`],
  ])('leaves one declaration, of UTF-8, at its beginning: %s', (_name, source) => {
    expect(converted(source)).toBe(converted(rest));
    expect(converted(source).split('<?xml')).toHaveLength(2);
    expect(converted(source).startsWith(`${DECLARATION}<html`)).toBe(true);
  });

  it('keeps a comment, behind the declaration', () => {
    expect(converted(`<!-- by hand --><?xml version="1.0"?>${rest}`)).toMatch(/^<\?xml[^>]*>\n<!-- by hand --><html/);
  });

  it('loses the internal subset, whose entities go to their places', () => {
    const source = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY who "Ann &amp; Bob"><!ENTITY who "x">]>${page('<p title="&who;">&who; ran.</p>')}`;
    expect(converted(source)).toContain(`${DECLARATION}<!DOCTYPE html><html`);
    expect(bodyOf(source)).toBe('<p title="Ann &amp; Bob">[1.1|Ann &amp; Bob ran.]</p>');
  });

  it('loses an internal subset of entities within entities, which stay names', () => {
    const source = `<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${page('<p>&c;</p>')}`;
    expect(mendedBodyOf(source)).toBe('<p>[1.1|&amp;c;]</p>');
  });
});

const FRAMED =
  '<div id="book-columns"><div id="book-inner"><p><span class="x koboSpan" id="k">a</span> b</p></div></div>';

describe('A page with spans of somebody else', () => {
  const theirs = '<p><span class="x koboSpan" id="k">a.</span> b. c</p><p>d</p>';

  it.each<[string, string]>([
    ['', theirs],
    [' and faults', `${theirs}<br>`],
  ])('gets what is missing around them, and no span%s', (_name, body) => {
    expect(headOf(page(body))).toBe(`<title>T</title>${STYLE}`);
    expect(bodyOf(page(body))).toBe(body.replace('<br>', '<br/>'));
  });

  it('does so even when it has one half of it', () => {
    expect(headOf(page(FRAMED))).toBe(`<title>T</title>${STYLE}`);
    expect(bodyOf(page(FRAMED))).toBe('<p><span class="x koboSpan" id="k">a</span> b</p>');
    expect(bodyOf(page(theirs, STYLE))).toBe(theirs);
  });
});

describe('A page stays as it is', () => {
  it.each<[string, string, RegExp]>([
    ['when it has been through here', page(FRAMED, STYLE), /spans already/],
    ['when it has been and is broken now', page(`${FRAMED}<br>`, STYLE), /spans already/],
    ['when it is a frameset', `<html ${XHTML}><head/><frameset><frame src="a"/></frameset></html>`, /no body/],
    ['when its elements carry a prefix', '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body/></h:html>', /prefix/],
    ['when it is too deep', page('<div>'.repeat(600) + '</div>'.repeat(600)), /^it is nested too deeply/],
    [
      'when it is too deep and broken',
      page('& ' + '<div>'.repeat(600)),
      /^it is not well-formed and nested too deeply/,
    ],
    ['when it is broken and crowded', page('<br>' + '</x>'.repeat(600_001)), /too crowded/],
    ['when its document type has no end', `<!DOCTYPE html [${'<!ENTITY '.repeat(40_000)}${page('')}`, /does not end/],
    ['when it is large and broken', page(`<br>${'a'.repeat(4 * 1024 * 1024)}`), /too large/],
  ])('%s', (_name, source, reason) => {
    expect(convertTo(source, '3.0')).toEqual({ kind: 'skipped', reason: expect.stringMatching(reason) });
  });
});

function manyAttributes(quote: string): string {
  return Array.from({ length: 20_000 }, (_, n) => ` a${n}=${quote}1${quote}`).join('');
}

describe('A page is refused, and its book with it,', () => {
  it.each<[string, string, string]>([
    ['when its markup multiplies', page('<b><p></b>'.repeat(100_000)), 'more than 200000 elements'],
    [
      'when its entities multiply',
      `<!DOCTYPE html [<!ENTITY a "${'x'.repeat(999)}">]>${page('&a;'.repeat(2000))}`,
      'entities',
    ],
    ['when it has too many references', page('&nbsp;'.repeat(500_001)), 'more than 500000 references'],
    ['when it has too many references of any kind', page('&amp;'.repeat(500_001)), 'more than 500000 references'],
    ['when a tag has too many attributes', page(`<p${manyAttributes('"')}>a</p>`), 'more than 10000 attributes'],
    ['when a broken tag has too many', page(`<p${manyAttributes('')}>a`), 'more than 10000 attributes'],
    ['when it has too many sentences', page(`<p>${'a. '.repeat(250_001)}</p>`), 'more than 250000 sentences'],
    ['when it has too many elements', page('<i/>'.repeat(500_001)), 'more than 500000 elements'],
  ])('%s', (_name, source, detail) => {
    const problem = { code: 'archive.bomb', detail: expect.stringContaining(detail) };
    expect(() => convertTo(source, '3.0')).toThrow(expect.objectContaining(problem));
  });
});
