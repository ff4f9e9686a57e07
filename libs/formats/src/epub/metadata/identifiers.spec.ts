import { draftOf } from '../../testing/draft-of.js';

async function identifiers(metadata: string): Promise<string[]> {
  return (await draftOf(metadata)).identifiers.map(({ scheme, value }) => `${scheme}:${value}`);
}
const id = (value: string, attributes = '') => `<dc:identifier ${attributes}>${value}</dc:identifier>`;
const UUID = '5946f730-f550-7ab7-b8fd-85c9c536b89b';

describe('the identifiers of an EPUB', () => {
  it.each([
    ['a labelled ISBN', id('978-0-441-47812-5', 'opf:scheme="ISBN"'), ['isbn:9780441478125']],
    ['a labelled ISBN-10', id('0441478123', 'opf:scheme="ISBN10"'), ['isbn:9780441478125']],
    ['an ISBN by its URN', id('urn:isbn:9780441478125'), ['isbn:9780441478125']],
    [
      'an ISBN by ONIX code',
      id('9780441478125', 'id="i"') + '<meta refines="#i" property="identifier-type" scheme="onix:codelist5">15</meta>',
      ['isbn:9780441478125'],
    ],
    ['a bare ISBN-13', id('9780441478125'), ['isbn:9780441478125']],
    ['a bare ISBN-10 that names the book', id('0441478123', 'id="uid"'), ['isbn:9780441478125']],
    ['no bare ten digits', id('0441478123', 'id="x"'), []],
    ['no ISBN that fails its check', id('9780441478126', 'opf:scheme="ISBN"'), []],
    ['no placeholder', id('0000000000', 'opf:scheme="ISBN"'), []],
    [
      'the ISBN of the ebook first',
      id('9780441478125', 'opf:scheme="ISBN"') + id('9780804429573', 'opf:scheme="eISBN"'),
      ['isbn:9780804429573', 'isbn:9780441478125'],
    ],
    [
      'the ISBN that names the book before others',
      id('9780441478125', 'opf:scheme="ISBN"') + id('9780804429573', 'id="uid"'),
      ['isbn:9780804429573', 'isbn:9780441478125'],
    ],
    [
      'the ISBN of the printed book last',
      '<dc:source>urn:isbn:9780441478125</dc:source>' + id('9780804429573'),
      ['isbn:9780804429573', 'isbn:9780441478125'],
    ],
    ['each but once', id('9780441478125') + id('0441478123', 'opf:scheme="ISBN"'), ['isbn:9780441478125']],
    ['an ASIN', id('B00OLTZFMG', 'opf:scheme="AMAZON"'), ['asin:B00OLTZFMG']],
    ['an ASIN of another country', id('B00OLTZFMG', 'opf:scheme="AMAZON_DE"'), ['asin:B00OLTZFMG']],
    ['an ASIN that is an ISBN', id('0441478123', 'opf:scheme="MOBI-ASIN"'), ['isbn:9780441478125']],
    ['a UUID called an ASIN', id(UUID, 'opf:scheme="MOBI-ASIN"'), [`uuid:${UUID}`]],
    ['a UUID', id(`urn:uuid:${UUID.toUpperCase()}`), [`uuid:${UUID}`]],
    ['the UUID of calibre', id(UUID, 'opf:scheme="calibre"'), [`calibre:${UUID}`]],
    ['a number with a prefix', id('goodreads:18423'), ['goodreads:18423']],
    ['a number with a label', id('18423', 'opf:scheme="GOODREADS"'), ['goodreads:18423']],
    ['a DOI', id('https://doi.org/10.1000/XYZ', 'opf:scheme="DOI"'), ['doi:10.1000/xyz']],
    ['a page of Goodreads', id('https://www.goodreads.com/book/show/18423-left-hand'), ['goodreads:18423']],
    ['a page of Amazon', id('https://www.amazon.co.uk/Some-Book/dp/B00OLTZFMG/ref=x'), ['asin:B00OLTZFMG']],
    ['a page of Project Gutenberg', id('http://www.gutenberg.org/ebooks/25545', 'id="uid"'), ['gutenberg:25545']],
    [
      'another page',
      id('https://standardebooks.org/ebooks/jane-austen/emma'),
      ['uri:https://standardebooks.org/ebooks/jane-austen/emma'],
    ],
    ['nothing of what says nothing', id('my-book-1', 'id="uid"') + id('1', 'opf:scheme="bookid"') + id(''), []],
    ['nothing of a made-up UUID', id('urn:uuid:1234'), []],
  ])('are %s', async (_, metadata, expected) => expect(await identifiers(metadata)).toEqual(expected));
});
