import fc from 'fast-check';
import { isbn10Of, parseAsin, parseIsbn, parseUuid } from './identifiers.js';

describe('an ISBN', () => {
  it.each([
    ['978-0-441-47812-5', '9780441478125'],
    ['ISBN-13: 978 0 441 47812 5', '9780441478125'],
    ['urn:isbn:9780441478125', '9780441478125'],
    ['eISBN: 978‑0‑441‑47812‑5', '9780441478125'],
    ['0-441-47812-3', '9780441478125'],
    ['0441478123', '9780441478125'],
    ['441478123', '9780441478125'],
    ['080442957X', '9780804429573'],
    ['080442957x', '9780804429573'],
    ['979-10-90636-07-1', '9791090636071'],
  ])('%j is %s', (text, isbn) => expect(parseIsbn(text)).toBe(isbn));

  it.each([
    ['a wrong check digit', '9780441478126'],
    ['a wrong ISBN-10', '0441478124'],
    ['sheet music', '9790060115615'],
    ['the number of another article', '8601234653110'],
    ['nothing but zeros', '0000000000'],
    ['nothing but ones', '1111111111'],
    ['the placeholder 1234567890', '1234567890'],
    ['the placeholder that fits', '123456789X'],
    ['a template', '9781234567897'],
    ['zeros after 978', '9780000000002'],
    ['words', 'not an isbn'],
    ['nothing', ''],
  ])('is not %s', (_, text) => expect(parseIsbn(text)).toBeUndefined());

  it('has thirteen digits whatever is read, and reads as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{9}[0-9X]$|^97[89][0-9]{10}$/), (text) => {
        const isbn = parseIsbn(text);
        if (isbn === undefined) return;
        expect(isbn).toMatch(/^97[89]\d{10}$/);
        expect(parseIsbn(isbn)).toBe(isbn);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not survive one changed digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'9780441478125'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(parseIsbn(digits.join(''))).toBeUndefined();
      }),
    );
  });
});

describe('the ten digits of an ISBN', () => {
  it.each([
    ['9780441478125', '0441478123'],
    ['978-0-8044-2957-3', '080442957X'],
    ['080442957X', '080442957X'],
    ['9791036000249', undefined],
    ['9780441478126', undefined],
    ['', undefined],
  ])('of %s are %s', (isbn, ten) => {
    expect(isbn10Of(isbn)).toBe(ten);
    if (ten !== undefined) expect(parseIsbn(ten)).toBe(parseIsbn(isbn));
  });
});

describe('an ASIN', () => {
  it.each([
    ['B00OLTZFMG', { scheme: 'asin', value: 'B00OLTZFMG' }],
    ['b00oltzfmg', { scheme: 'asin', value: 'B00OLTZFMG' }],
    ['0441478123', { scheme: 'isbn', value: '9780441478125' }],
    ['0441478124', undefined],
    ['ABCDEFGHIJ', undefined],
    ['B00', undefined],
  ])('%s is %j', (text, identifier) => expect(parseAsin(text)).toEqual(identifier));
});

describe('a UUID', () => {
  it.each([
    ['urn:uuid:5946F730-F550-7AB7-B8FD-85C9C536B89B', '5946f730-f550-7ab7-b8fd-85c9c536b89b'],
    ['{5946f730-f550-7ab7-b8fd-85c9c536b89b}', '5946f730-f550-7ab7-b8fd-85c9c536b89b'],
    ['00000000-0000-0000-0000-000000000000', undefined],
    ['urn:uuid:5946f730', undefined],
  ])('%s is %s', (text, uuid) => expect(parseUuid(text)).toBe(uuid));
});
