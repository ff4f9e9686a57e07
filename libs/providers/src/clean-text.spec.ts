import { cleanText, plainText } from './clean-text.js';

describe('a clean text', () => {
  it.each([
    ['  Two\u00a0 words \r\n', 'Two words'],
    ['\u200eLTR\u200f \u202aand\u202c \ufeffmark\u00ad', 'LTR and mark'],
    ['a\u0000b\u0007c', 'a b c'],
    ['Cafe\u0301', 'Café'],
    ['x \ud800', 'x \ufffd'],
    ['\u0646\u200c\u0645', '\u0646\u200c\u0645'],
    ['\t \u200b\n', ''],
  ])('of %j is %j', (text, clean) => expect(cleanText(text)).toBe(clean));

  it('is short, and made in no time', () => {
    expect(cleanText('word '.repeat(1_000_000))).toHaveLength(999);
    expect(cleanText('\u0301'.repeat(1_000_000)).length).toBeLessThanOrEqual(1000);
  });
});

describe('a plain text', () => {
  it.each([
    ['Catch &amp; <i>Release</i>', 'Catch & Release'],
    ['One<br>Two<p>Three', 'One Two Three'],
    ['Dombey &#38; Son &eacute; &unknown;', 'Dombey & Son é &unknown;'],
    ['I <3 Books < 5', 'I <3 Books < 5'],
    ['A<script>x("</b>")</script><style>p{}</style>B', 'AB'],
    ['<', '<'],
    ['no markup', 'no markup'],
  ])('of %j is %j', (text, plain) => expect(plainText(text)).toBe(plain));

  it('is made in no time of tags without end', () => {
    expect(plainText('<b>'.repeat(1_000_000))).toBe('');
    expect(plainText('&amp;'.repeat(1_000_000)).length).toBeLessThanOrEqual(1000);
  });
});
