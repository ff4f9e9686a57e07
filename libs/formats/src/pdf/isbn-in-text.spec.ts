import fc from 'fast-check';
import { labelledIsbns } from './isbn-in-text.js';

describe('an ISBN in a text', () => {
  it.each([
    ['ISBN 978-0-441-47812-5', ['9780441478125']],
    ['ISBN-13: 978-0-441-47812-5', ['9780441478125']],
    ['ISBN-10: 0-441-47812-3', ['9780441478125']],
    ['ISBN10 0441478123, ISBN13 9780441478125', ['9780441478125']],
    ['eISBN: 978 0 441 47812 5', ['9780441478125']],
    ['ISBN\u00a0978\u20110\u2011441\u201147812\u20115', ['9780441478125']],
    ['ISBN (paperback edition)\n978-0-441-47812-5', ['9780441478125']],
    ['ISBN 978-0-441-47812-5 (hardback)\nISBN 978-0-8044-2957-3 (ebook)', ['9780804429573', '9780441478125']],
    ['9780441478125', []],
    ['ISBN 978-0-441-47812-6', []],
    [`ISBN ${'.'.repeat(50)} 9780441478125`, []],
    ['ISBN 97804414781255', []],
    ['ISBN 0000000000', []],
  ])('%j is %j', (text, expected) => expect(labelledIsbns(text)).toEqual(expected));

  it('is found in linear time', () => {
    const text = 'ISBN 9-9-9-9-9-9-9-9-9-'.repeat(20_000);
    const start = performance.now();
    expect(labelledIsbns(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  it('is found whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (before) => {
        fc.pre(!/isbn/i.test(before));
        expect(labelledIsbns(`${before}\nISBN 978-0-441-47812-5`)).toEqual(['9780441478125']);
      }),
    );
  });
});
