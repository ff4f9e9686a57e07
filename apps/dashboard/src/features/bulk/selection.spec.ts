import { countOf, EVERYTHING, NOTHING_SELECTED, targetOf, withToggledBook } from './selection.js';

const order = ['a', 'b', 'c', 'd', 'e'];
const touch = (selection = NOTHING_SELECTED, id: string, range = false) =>
  withToggledBook(selection, id, { range, order });
const ids = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].toSorted().join('');

describe('books that are selected', () => {
  it('are chosen and given up one by one', () => {
    const two = touch(touch(undefined, 'b'), 'd');
    expect(ids(two)).toBe('bd');
    expect(ids(touch(two, 'b'))).toBe('d');
  });

  it('are chosen in ranges, either way, and given up in ranges', () => {
    const range = touch(touch(undefined, 'd'), 'b', true);
    expect(ids(range)).toBe('bcd');
    const gone = touch(range, 'c');
    expect(ids(touch(gone, 'd', true))).toBe('b');
  });

  it('are only the one where a range has no beginning, or it is not shown any more', () => {
    expect(ids(touch(undefined, 'c', true))).toBe('c');
    expect(ids(touch({ ...NOTHING_SELECTED, anchor: 'gone' }, 'c', true))).toMatch(/^c?$/);
  });

  it('are told to the server by id, or as the search that shows them', () => {
    const one = touch(undefined, 'a');
    expect(targetOf(one, { q: 'x' })).toEqual({ ids: ['a'] });
    expect(targetOf(EVERYTHING, { q: 'austen', shelf: 's' })).toEqual({ query: { q: 'austen', shelf: 's' } });
    expect(targetOf(EVERYTHING, { q: '' })).toEqual({ query: {} });
    expect([countOf(one, 9), countOf(EVERYTHING, 9)]).toEqual([1, 9]);
  });
});
