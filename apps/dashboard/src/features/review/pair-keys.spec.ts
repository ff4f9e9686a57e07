import { PAIR_KEYS, pairAction } from './pair-keys.js';

const press = (key: string, over = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...over });

describe('a key on the page of pairs', () => {
  it.each([
    ['y', { do: 'tie' }],
    ['n', { do: 'decline' }],
    ['j', { do: 'move', by: 1 }],
    ['ArrowDown', { do: 'move', by: 1 }],
    ['k', { do: 'move', by: -1 }],
    ['ArrowLeft', { do: 'move', by: -1 }],
    ['?', { do: 'keys' }],
    ['Enter', undefined],
    ['toString', undefined],
  ])('%s: %j', (key, action) => {
    expect(pairAction(press(key), 'page')).toEqual(action);
  });

  it('is a letter where one types, and leaves the browser’s own keys alone', () => {
    expect(pairAction(press('n'), 'text')).toBeUndefined();
    expect(pairAction(press('ArrowUp'), 'choice')).toBeUndefined();
    for (const over of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(pairAction(press('n', over), 'page')).toBeUndefined();
  });

  it('is told to people', () => {
    const told = PAIR_KEYS.flatMap(({ keys }) => keys).filter((key) => /^[a-z?]$/.test(key));
    for (const key of told) expect(pairAction(press(key), 'page')).toBeDefined();
    expect(told.toSorted()).toEqual(['?', 'j', 'k', 'n', 'y']);
  });
});
