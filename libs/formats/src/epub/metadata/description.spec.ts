import fc from 'fast-check';
import { draftOf } from '../../testing/draft-of.js';
import { sanitiseHtml } from '../../text/blurb.js';

const description = async (content: string) =>
  (await draftOf(`<dc:title>Emma</dc:title><dc:description>${content}</dc:description>`)).description;

describe('the description of an EPUB', () => {
  it.each([
    ['plain text', 'One &amp; two', '<p>One &amp; two</p>'],
    ['plain text in paragraphs', 'One\nline\n\n \nTwo', '<p>One<br />line</p>\n<p>Two</p>'],
    ['HTML escaped once', '&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;', '<p>One <b>two</b></p>'],
    ['HTML escaped three times', '&amp;amp;lt;p&amp;amp;gt;One&amp;amp;lt;/p&amp;amp;gt;', '<p>One</p>'],
    ['HTML escaped twice', '&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;', '<p>One</p>'],
    ['HTML in CDATA', '<![CDATA[<p>One&nbsp;<i>two</i></p>]]>', '<p>One\u00a0<i>two</i></p>'],
    ['HTML as elements', '<p>One <em>two</em></p>', '<p>One <em>two</em></p>'],
    ['HTML in divisions', '&lt;div&gt;One&lt;/div&gt;&lt;div&gt;Two&lt;/div&gt;', '<p>One</p><p>Two</p>'],
    [
      'HTML with empty paragraphs',
      '&lt;p&gt;&lt;/p&gt;&lt;p&gt;One&lt;/p&gt;&lt;p&gt;&amp;nbsp;&lt;/p&gt;',
      '<p>One</p>',
    ],
    ['large headings', '&lt;h1&gt;One&lt;/h1&gt;', '<h3>One</h3>'],
    ['a less-than sign', '1 &lt; 2', '<p>1 &lt; 2</p>'],
  ])('may be %s', async (_, content, html) => expect(await description(content)).toBe(html));

  it.each([
    'Emma',
    ' emma ',
    '&lt;p&gt;Emma&lt;/p&gt;',
    'Unknown',
    'https://example.org/emma',
    '',
    '&lt;p&gt; &lt;/p&gt;',
  ])('is none when it is %j', async (content) => expect(await description(content)).toBeUndefined());

  it.each([
    ['scripts', '<p>x</p><script>alert(1)</script>', '<p>x</p>'],
    [
      'styles, classes and handlers',
      '<style>p{}</style><p class="a" style="color:red" onclick="x()" id="i">x</p>',
      '<p>x</p>',
    ],
    ['images', '<p>x<img src="https://example.org/pixel.gif" onerror="x()"></p>', '<p>x</p>'],
    ['links that run', '<a href="javascript:alert(1)">x</a>', '<a rel="nofollow">x</a>'],
    ['links that run in disguise', '<a href=" JaVa\nScript:alert(1)">x</a>', '<a rel="nofollow">x</a>'],
    ['links to nowhere we know', '<a href="//example.org">x</a>', '<a rel="nofollow">x</a>'],
    ['frames and forms', '<iframe src="x"></iframe><form><input></form>y', 'y'],
    ['drawings', '<svg><a xlink:href="javascript:x"><text>y</text></a></svg>', '<a rel="nofollow">y</a>'],
  ])('has no %s', (_, html, clean) => expect(sanitiseHtml(html)).toBe(clean));

  it('keeps links to the web', () => {
    expect(sanitiseHtml('<a href="https://example.org/?a=1&amp;b=2" target="x">y</a>')).toBe(
      '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow">y</a>',
    );
  });

  it('holds no tag but those of running text, whatever it was', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<script',
      '>',
      '<',
      '&lt;',
      '"',
      "'",
      ' onload=',
      'href="javascript:',
      '<a ',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      'x',
      '</',
      '<svg>',
      '\0',
      '&#106;',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const html = sanitiseHtml(parts.join(''));
        expect(html.replace(/<\/?(?:p|br \/|a(?: href="https?:[^"]*")?(?: rel="nofollow")?)>/g, '')).not.toMatch(
          /[<>]|\0/,
        );
      }),
      { numRuns: 500 },
    );
  });
});
