import { pagePlan } from './page-plan.js';
import { convertPage } from './page.js';

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';

/** What the wrappers hold, without the spans. */
function bodyOf(body: string, smartPunctuation = true): string {
  const source = `<html ${XHTML}><head><title>"T"</title></head><body>${body}</body></html>`;
  const result = convertPage(source, pagePlan({ version: '3.0' }, { smartPunctuation }));
  if (result.kind === 'skipped') throw new Error(result.reason);
  return /<div id="book-inner">([\s\S]*)<\/div><\/div><\/body>/.exec(result.text)?.[1] ?? 'no wrappers';
}

function set(body: string): string {
  return bodyOf(body).replace(/<span class="koboSpan"[^>]*>([\s\S]*?)<\/span>/g, '$1');
}

function idsOf(body: string): string[] {
  return [...body.matchAll(/id="(kobo[\d.]+)"/g)].map(([, id]) => id ?? '');
}

describe('Smart punctuation', () => {
  it.each<[string, string, string]>([
    ['a quotation', `"Come," he said. "Now!"`, '“Come,” he said. “Now!”'],
    ['one within another', `"He said 'no,' and left," she said.`, '“He said ‘no,’ and left,” she said.'],
    ['both at a beginning', `"'No,' he said"`, '“‘No,’ he said”'],
    ['both at an end', `"He said 'no.'" So`, '“He said ‘no.’” So'],
    ['singles outside', `'He said "no," twice'`, '‘He said “no,” twice’'],
    ['apostrophes', `it's the dogs' o'clock`, 'it’s the dogs’ o’clock'],
    ['words clipped in front', `'tis 'Twas get 'em rock 'n' roll`, '’tis ’Twas get ’em rock ’n’ roll'],
    ['years clipped in front', `the '90s, the class of '69.`, 'the ’90s, the class of ’69.'],
    ['a quoted number', `'42,' he said`, '‘42,’ he said'],
    ['feet and inches', `5'10" tall`, '5’10” tall'],
    ['a number that ends a quotation', `"in 1980" and`, '“in 1980” and'],
    ['brackets', `("so") ['so'] {"so"}`, '(“so”) [‘so’] {“so”}'],
    ['a quotation behind dashes', `then--"No"--gone`, 'then–“No”–gone'],
    ['one that ends in dashes', `"I thought--" he said, 'I--' she`, '“I thought–” he said, ‘I–’ she'],
    ['one that begins with dots', `said "...and so" on`, 'said “…and so” on'],
    ['no space behind the comma', `he said,"Yes" twice`, 'he said,“Yes” twice'],
    ['one that ends behind a space', `"so " he`, '“so ” he'],
    ['inverted marks', `¿"qué"?`, '¿“qué”?'],
    ['curly quotes that are there', `“so 'it' is” "x"`, '“so ‘it’ is” “x”'],
    ['dashes by their length', 'a -- b --- c - d ---- e', 'a – b — c - d ---- e'],
    ['dots by their number', 'a... b.... c. d..... e', 'a… b…. c. d..... e'],
    ['marks of rights', 'A (c) 1999 (C) B(r) C(tm) D(TM)', 'A © 1999 © B® C™ D™'],
    ['the items of a list', '(a) one (b) two (c) three', '(a) one (b) two (c) three'],
    ['fractions', 'add 1/2 or 1 1/4 or 3/4.', 'add ½ or 1 ¼ or ¾.'],
    ['dates and other numbers', '1/2/2020 11/2 1/25 3/2 1/2nd', '1/2/2020 11/2 1/25 3/2 1/2nd'],
  ])('knows %s', (_name, before, after) => {
    expect(set(`<p>${before}</p>`)).toBe(`<p>${after}</p>`);
  });

  it.each<[string, string, string]>([
    ['an element that opens with it', `<p><i>"Yes,"</i> he said</p>`, '<p><i>“Yes,”</i> he said</p>'],
    ['an element within it', `<p>"<b>Yes</b>," he</p>`, '<p>“<b>Yes</b>,” he</p>'],
    ['an element before its end', `<p>He: "<i>Yes</i>" so</p>`, '<p>He: “<i>Yes</i>” so</p>'],
    [
      'an apostrophe behind an element',
      `<p><i>Emma</i>'s <code>x</code>'s</p>`,
      '<p><i>Emma</i>’s <code>x</code>’s</p>',
    ],
    ['white space in an element of its own', `<div>a<b> </b>"b"</div>`, '<div>a<b> </b>“b”</div>'],
    ['white space between elements', `<div><b>a</b> <i>"b"</i></div>`, '<div><b>a</b> <i>“b”</i></div>'],
    ['a sentence before', `<p>One. "Two."</p>`, '<p>One. “Two.”</p>'],
    ['a quote that begins a sentence of its own', `<p>"One. Two." So</p>`, '<p>“One. Two.” So</p>'],
    ['a line break', `<p>so,<br/>"No"</p>`, '<p>so,<br/>“No”</p>'],
    [
      'a formula',
      `<p>"Let <math ${'xmlns="m"'}><mi>x</mi></math>" so</p>`,
      '<p>“Let <math xmlns="m"><mi>x</mi></math>” so</p>',
    ],
    ['an image', `<p>the <img src="i"/>'s</p>`, '<p>the <img src="i"/>’s</p>'],
    [
      'a block before that ends without a stop',
      `<p>so</p><p>'A'</p>b<div>'c'</div>`,
      '<p>so</p><p>‘A’</p>b<div>‘c’</div>',
    ],
    ['a block before', `<p>"One</p><p>"Two"</p>x<div>"y"</div>`, '<p>“One</p><p>“Two”</p>x<div>“y”</div>'],
  ])('sees what stands before: %s', (_name, before, after) => {
    expect(set(before)).toBe(after);
  });

  it.each<[string, string]>([
    ['&quot;a&quot; &#34;b&#34; &#x22;c&#x22;', '“a” “b” “c”'],
    ['&apos;a&apos; it&#39;s', '‘a’ it’s'],
    ['&amp;quot; a &lt;"b"&gt;', '&amp;quot; a &lt;“b”&gt;'],
    ['<![CDATA["a" <b>]]>', '“a” &lt;b&gt;'],
    ['a&#45;&#45;b', 'a–b'],
  ])('reads references as the characters they are: %s', (before, after) => {
    expect(set(`<p>${before}</p>`)).toBe(`<p>${after}</p>`);
  });

  it.each(['code', 'kbd', 'samp', 'tt', 'pre', 'textarea', 'script', 'svg', 'math'])('leaves %s alone', (name) => {
    const attributes = name === 'script' ? ' type="x"' : ' xmlns="x"';
    const element = `<${name}${attributes}>"a" -- 1/2...</${name}>`;
    expect(set(`<p>b</p>${element}<p>"c"</p>`)).toBe(`<p>b</p>${element}<p>“c”</p>`);
  });

  it('leaves attributes and the head alone', () => {
    const body = `<p title='"a" -- b...'>c</p>`;
    expect(set(body)).toBe(body);
    const source = `<html ${XHTML}><head><title>"T"</title></head><body>a</body></html>`;
    expect(convertPage(source, pagePlan({ version: '3.0' }, { smartPunctuation: true }))).toMatchObject({
      text: expect.stringContaining('<title>"T"</title>'),
    });
  });

  it('ends where no honest page has so many marks', () => {
    const text = set(`<p>${"'a ".repeat(500_010)}</p>`);
    expect([text.slice(0, 6), text.slice(-7)]).toEqual(['<p>‘a ', "'a </p>"]);
  });

  it('moves no span and no cut', () => {
    const body = `<p>"One." 'Two!' "<i>Three... four?" Five</i>--</p><div>"</div><p>... (c) 1/2. "Six.'" Seven</p>`;
    expect(idsOf(bodyOf(body))).toEqual(idsOf(bodyOf(body, false)));
    expect(idsOf(bodyOf(body))).toHaveLength(11);
  });
});
