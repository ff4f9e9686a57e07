import { LibraryEvent } from '@octavo/contracts';
import { affectedQueries } from './affected-queries.js';

const id = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';

describe('what an announcement puts in doubt', () => {
  it('is the list and the one book, for a book', () => {
    expect(affectedQueries({ kind: 'book', id })).toEqual([['books', 'list'], ['books', 'one', id], ['libraries']]);
  });

  it('is every book, where no book is named', () => {
    expect(affectedQueries({ kind: 'book', id: null })).toContainEqual(['books', 'one']);
  });

  it('is something for every kind there is', () => {
    for (const kind of LibraryEvent.shape.kind.options) expect(affectedQueries({ kind, id: null })).not.toEqual([]);
  });
});
