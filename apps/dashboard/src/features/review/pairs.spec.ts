import type { WorkSuggestion } from '@octavo/contracts';
import { pairId, withoutPair } from './pairs.js';

const pair = (bookId: string, otherId: string) => ({ book: { bookId }, other: { bookId: otherId } }) as WorkSuggestion;

describe('pairs that wait for a word', () => {
  const page = { items: [pair('a', 'b'), pair('a', 'c')], total: 60, next: 'more' };

  it('go one by one', () => {
    const rest = withoutPair(page, pair('a', 'b'));
    expect(rest.items.map(pairId)).toEqual(['a c']);
    expect(rest).toMatchObject({ total: 59, next: 'more' });
    expect(page.items).toHaveLength(2);
  });

  it('stay where the one that was answered has gone already', () => {
    expect(withoutPair(page, pair('x', 'y'))).toEqual(page);
  });
});
