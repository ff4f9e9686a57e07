import { descriptionFrom } from './description.js';

describe('a description', () => {
  it.each([
    ['One.\n\nTwo\nlines.', '<p>One.</p>\n<p>Two<br />lines.</p>'],
    ['<p>One</p><p> </p><div>Two</div>', '<p>One</p>Two'],
    ['<div>One</div><div>Two</div>', '<p>One</p><p>Two</p>'],
    ['&lt;p&gt;Once&lt;/p&gt;', '<p>Once</p>'],
    ['&amp;lt;b&amp;gt;Twice&amp;lt;/b&amp;gt;', '<b>Twice</b>'],
    ['One<br><br><br /><br>Two', 'One<br /><br />Two'],
    ['<h1>Big</h1>', '<h3>Big</h3>'],
    ['<p>What <b>&lt;div&gt;</b> does</p>', '<p>What <b>&lt;div&gt;</b> does</p>'],
    ['a < b and b > c', '<p>a &lt; b and b &gt; c</p>'],
    ['<b>x</b>\u0000\u0008', '<b>x</b>'],
  ])('of %j is %j', (text, html) => expect(descriptionFrom(text)).toBe(html));

  it.each([
    '<p>x<script>alert(1)</script></p>',
    '<p>x</p><img src=x onerror=alert(1)>',
    '<p onclick="alert(1)" style="x" class="y">x</p>',
    '<iframe src="https://evil.test"></iframe><p>x</p>',
    '<p>x</p><svg><script>alert(1)</script></svg>',
    '&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;x&lt;/p&gt;',
  ])('of %j runs and loads nothing', (text) => expect(descriptionFrom(text)).toBe('<p>x</p>'));

  it.each([
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="//evil.test">x</a>', 'x'],
    ['<b>See <a href="/author/1">her page</a></b>', '<b>See her page</b>'],
    ['<a href="https://good.test" target="_top">x</a>', '<a href="https://good.test" rel="nofollow">x</a>'],
  ])('of %j leads nowhere it should not', (text, html) => expect(descriptionFrom(text)).toBe(html));

  it.each(['', ' ', '<p></p>', '<script>x</script>', 'null', 'https://example.org/x', 'N/A', 'Émma'])(
    'of %j is none',
    (text) => expect(descriptionFrom(text, 'Emma')).toBeUndefined(),
  );

  it('is made in no time of anything', () => {
    for (const part of ['<div>', '&lt;', '<a href="', '</p>', '\n\n', '<p><b>']) {
      const started = performance.now();
      descriptionFrom(part.repeat(1_000_000));
      expect(performance.now() - started).toBeLessThan(60_000);
    }
  });
});
