import { METADATA_FIELDS } from '@octavo/domain';
import { valueWords } from './value-words.js';

const people = [
  { name: 'Jane Austen', role: 'author', sortName: 'Austen, Jane' },
  { name: 'A. Reader', role: 'narrator' },
  { name: 'B. Reader', role: 'narrator' },
];

describe('a value in words', () => {
  it.each([
    ['title', 'Emma', 'Emma'],
    ['description', '<p>A <b>match</b>maker</p>', 'A matchmaker'],
    ['publishedDate', '1815-12', 'December 1815'],
    ['language', 'en', 'English'],
    ['pageCount', 320, '320'],
    ['abridged', true, 'Abridged'],
    ['abridged', false, 'Unabridged'],
    ['subjects', ['Classics', 'Regency'], 'Classics, Regency'],
    ['contributors', people, 'Jane Austen\nread by A. Reader, B. Reader'],
    ['series', [{ name: 'Manners', number: '4' }, { name: 'Other' }], 'Manners, no. 4\nOther'],
    ['identifiers', [{ scheme: 'isbn', value: '978' }], 'ISBN 978'],
    ['cover', 'd41d8cd9', 'a cover'],
    ['contributors', 'something newer', ''],
    ['somethingNewer', { a: 1 }, '{"a":1}'],
  ])('%s %j is %j', (field, value, words) => {
    expect(valueWords(field, value)).toBe(words);
  });

  it.each([...METADATA_FIELDS, 'cover'])('of %s is nothing where there is none', (field) => {
    expect([null, undefined].map((nothing) => valueWords(field, nothing))).toEqual(['', '']);
  });
});
