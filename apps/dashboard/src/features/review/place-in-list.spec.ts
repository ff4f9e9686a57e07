import { placeInList } from './place-in-list.js';

describe('the place in a list that changes', () => {
  it.each([
    ['abc', 'b', 1, 1],
    ['xabc', 'b', 1, 2],
    ['ac', 'b', 1, 1],
    ['a', 'b', 1, 0],
    ['abc', undefined, 0, 0],
    ['', 'b', 1, undefined],
  ])('%s from %s, last at %i, is %s', (ids, current, last, place) => {
    expect(placeInList([...ids], current, last)).toBe(place);
  });
});
