import { plainText, shortened } from './plain-text.js';

describe('a description as plain text', () => {
  it.each([
    ['<p>A <b>match</b>maker.</p><p>And  more</p>', 'A matchmaker.\nAnd more'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['Dombey &amp; Son &lt;3 &#233; &#xE9; &nbsp;x', 'Dombey & Son <3 é é x'],
    ['&hellip; &#0; &#99999999;', '&hellip; &#0; &#99999999;'],
    ['', ''],
    ['<p></p>', ''],
  ])('%s is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it.each([
    ['short', 10, 'short'],
    ['a sentence of words', 12, 'a sentence…'],
    ['Donaudampfschifffahrt', 10, 'Donaudampf…'],
  ])('%s within %i is %s', (text, most, cut) => {
    expect(shortened(text, most)).toBe(cut);
  });
});
