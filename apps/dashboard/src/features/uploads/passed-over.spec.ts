import { MOST_BOOKS } from './files-of-drop.js';
import { leftOut, unreadableDrop } from './passed-over.js';

const file = (name: string) => new File([], name);
const told = (books: number, others: string[], cut = false) =>
  leftOut({ books: Array.from({ length: books }, (_, index) => file(`${index}.epub`)), others, cut }).map(
    ({ problem: { title, detail } }) => `${title}: ${detail}`,
  );

describe('what is not added', () => {
  it('is nothing, where all are books', () => {
    expect(told(3, [])).toEqual([]);
  });

  it('is named, the first few of many', () => {
    expect(told(0, ['a.txt'])).toEqual(['A file was passed over: Octavo reads no such files: a.txt']);
    expect(told(1, ['a', 'b', 'c', 'd', 'e'])).toEqual([
      '5 files were passed over: Octavo reads no such files: a, b, c and 2 more',
    ]);
  });

  it('is said of a folder without a book', () => {
    expect(told(0, [])).toEqual(['Nothing was added: There is no book in what you brought.']);
  });

  it('is said of more than a browser should carry', () => {
    expect(told(MOST_BOOKS, [], true)[0]).toContain('the first 2,000 books');
    expect(told(3, [], true)[0]).toContain('what was found at first');
  });

  it('is everything, where the browser cannot read what it gave', () => {
    expect(unreadableDrop().message).toContain('Add books');
  });
});
