import { editableBlurb } from './editable-blurb.js';

describe('a description to be edited', () => {
  it.each([
    ['', ''],
    ['<p>One.</p>\n<p>Two<br>lines.</p>', 'One.\n\nTwo\nlines.'],
    ['<p>Dombey &amp; Son</p>', 'Dombey & Son'],
    ['no markup', 'no markup'],
  ])('of plain paragraphs is text: %j', (html, text) => {
    expect(editableBlurb(html)).toBe(text);
  });

  it.each(['<p>A <b>match</b>maker</p>', '<ul><li>one</li></ul>', '<p><a href="https://x">y</a></p>'])(
    'that has more to it stays as it is: %s',
    (html) => {
      expect(editableBlurb(html)).toBe(html);
    },
  );
});
