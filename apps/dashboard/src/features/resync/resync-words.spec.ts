import type { Book } from '@octavo/contracts';
import { changedParts, goneWords, resyncWords } from './resync-words.js';

const emma = { title: 'Emma', subjects: ['Classics'], coverUrl: null } as unknown as Book;

describe('what came of reading anew', () => {
  it('names what is different', () => {
    const after = { ...emma, title: 'EMMA', coverUrl: '/api/books/1/cover?v=2' };
    expect(changedParts(emma, after)).toEqual(['Title', 'Cover']);
    expect(resyncWords(emma, after)).toBe('Read anew. Changed: Title, Cover');
  });

  it('says so where nothing is', () => {
    expect(resyncWords(emma, { ...emma, subjects: ['Classics'] })).toBe('Read anew: nothing is different');
    expect(resyncWords(undefined, emma)).toBe('Read anew: nothing is different');
  });

  it('says what went with a file that is gone', () => {
    expect(goneWords('file', false)).toContain('The file is gone');
    expect(goneWords('file', true)).toContain('last of its book');
    expect(goneWords('book', true)).toContain('the book leaves the list');
  });
});
