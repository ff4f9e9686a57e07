import { besideWords, previewWords } from './preview-words.js';

const formats = [
  { format: 'epub', count: 1400 },
  { format: 'cbz', count: 12 },
];

describe('what a look came across', () => {
  it('is how many of which kinds', () => {
    expect(previewWords({ books: 1412, formats, examples: [] })).toBe('1,412 files: 1,400 EPUB, 12 CBZ');
  });

  it('is said plainly where it is nothing', () => {
    expect(previewWords({ books: 0, formats: [], examples: [] })).toBe('No books were found there');
  });

  it.each([
    [{ folders: 1, ignored: 0 }, 'In 1 folder.'],
    [{ folders: 34, ignored: 1 }, 'In 34 folders, beside 1 file that is no book.'],
    [{ folders: 34, ignored: 56 }, 'In 34 folders, beside 56 files that are no books.'],
  ])('stands beside other things: %j is “%s”', (tally, words) => {
    expect(besideWords(tally)).toBe(words);
  });
});
