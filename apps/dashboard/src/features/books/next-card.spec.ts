import { nextCard } from './next-card.js';

// 0 1 2
// 3 4
const grid = { count: 5, columns: 3 };

describe('the card an arrow key leads to', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 4, undefined],
    ['ArrowLeft', 0, undefined],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 2, undefined],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, undefined],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Enter', 1, undefined],
    ['constructor', 1, undefined],
  ])('%s from %i is %s', (key, from, to) => {
    expect(nextCard(key, from, grid)).toBe(to);
  });
});
