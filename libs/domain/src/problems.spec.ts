import { DomainError, PROBLEMS } from './problems.js';

describe('a domain error', () => {
  it('takes kind and title from the table and keeps its own detail', () => {
    const error = new DomainError('book.not-found', 'no book 7');
    expect(error).toMatchObject({ kind: 'not-found', title: PROBLEMS['book.not-found'].title, message: 'no book 7' });
  });
});
