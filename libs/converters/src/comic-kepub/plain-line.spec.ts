import fc from 'fast-check';
import { markupLine, plainLine } from './plain-line.js';

describe('a line of text from a comic', () => {
  it.each([
    ['white space is one space', ' a \n\t b ', 'a b'],
    ['control characters are gone', 'a\u0000\u0001b\u0085\u009fc\ufffe\uffff', 'abc'],
    ['half a character is gone', 'a\ud83d', 'a'],
    ['a long one is cut between characters', '😀'.repeat(10_000), `${'😀'.repeat(299)}…`],
    ['one that just fits is whole', 'x'.repeat(300), 'x'.repeat(300)],
  ])('%s', (_, text, line) => {
    expect(plainLine(text)).toBe(line);
  });

  it('is written as XML has it', () => {
    expect(markupLine('<a href="x">\'&\'')).toBe("&lt;a href=&quot;x&quot;&gt;'&amp;'");
  });

  it('is never longer than 300 characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => [...plainLine(text)].length <= 300),
    );
  });
});
