import { divide } from './brought-files.js';

const file = (name: string) => new File([], name);

describe('files that were chosen', () => {
  it('are books by their endings, the others by their names', () => {
    const { books, others, cut } = divide([file('Emma.epub'), file('notes.txt'), file('Dune.M4B')]);
    expect(books.map(({ name }) => name)).toEqual(['Emma.epub', 'Dune.M4B']);
    expect(others).toEqual(['notes.txt']);
    expect(cut).toBe(false);
  });
});
