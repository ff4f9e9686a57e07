import type { BookQuery } from './metadata-provider.js';
import { authorTerms, identifiersOf, mainTitleTerms, titleTerms } from './query-text.js';

const query = (title?: string, over: Partial<BookQuery> = {}): BookQuery => ({
  title,
  authors: [],
  identifiers: [],
  medium: 'ebook',
  ...over,
});

describe('a title as it is searched for', () => {
  it.each([
    ['Dune (Dune Chronicles, Book 1)', 'Dune'],
    ['Dune [Hardcover] {x}', 'Dune'],
    ['[sic]', '[sic]'],
    ['  Two \n words ', 'Two words'],
    ['Война и мир', 'Война и мир'],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j', (title, terms) => expect(titleTerms(query(title))).toBe(terms));

  it('ends between words, and is no half letter', () => {
    expect(titleTerms(query('word '.repeat(100)))).toBe('word '.repeat(19) + 'word');
    expect(titleTerms(query('📚'.repeat(60) + 'x'))).toBe('📚'.repeat(50));
    expect(titleTerms(query(`x${'📚'.repeat(60)}`))).toBe(`x${'📚'.repeat(49)}`);
  });

  it.each([
    ['Seven Languages: A Guide', 'Seven Languages'],
    ['Sapiens: A Brief History', undefined],
    ['No Subtitle', undefined],
    ['Knit Noro: Accessories: 30 Knits', 'Knit Noro'],
  ])('of %j without its subtitle is %j', (title, main) => expect(mainTitleTerms(query(title))).toBe(main));
});

it('the first author is searched for', () => {
  expect(authorTerms(query('x', { authors: ['  Ann Bee', 'Dee'] }))).toBe('Ann Bee');
  expect(authorTerms(query('x'))).toBeUndefined();
});

it('identifiers are those of the scheme and form, at most three', () => {
  const identifiers = ['1', '2', 'x', '2', '3', '4'].map((value) => ({ scheme: 'goodreads', value }));
  expect(identifiersOf(query('x', { identifiers }), 'goodreads', /^\d$/)).toEqual(['1', '2', '3']);
  expect(identifiersOf(query('x', { identifiers }), 'isbn', /^\d$/)).toEqual([]);
});
