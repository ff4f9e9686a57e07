import { REVIEW_KEYS, reviewAction } from './review-keys.js';

const press = (key: string, over = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...over });

describe('a key on the review page', () => {
  it.each([
    ['j', { do: 'move', by: 1 }],
    ['ArrowRight', { do: 'move', by: 1 }],
    ['k', { do: 'move', by: -1 }],
    ['ArrowUp', { do: 'move', by: -1 }],
    ['1', { do: 'choose', at: 0 }],
    ['5', { do: 'choose', at: 4 }],
    ['6', undefined],
    ['Enter', { do: 'accept' }],
    ['x', { do: 'reject' }],
    ['o', { do: 'open' }],
    ['?', { do: 'keys' }],
    ['Tab', undefined],
    ['constructor', undefined],
  ])('%s: %j', (key, action) => {
    expect(reviewAction(press(key), 'page')).toEqual(action);
  });

  it('is a letter where one types, and moves within a choice', () => {
    expect(reviewAction(press('x'), 'text')).toBeUndefined();
    expect(reviewAction(press('ArrowRight'), 'choice')).toBeUndefined();
    expect(reviewAction(press('j'), 'choice')).toEqual({ do: 'move', by: 1 });
  });

  it('presses the button that has the focus, and leaves the browser’s own keys alone', () => {
    expect(reviewAction(press('Enter'), 'button')).toBeUndefined();
    expect(reviewAction(press('x'), 'button')).toEqual({ do: 'reject' });
    for (const over of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(reviewAction(press('j', over), 'page')).toBeUndefined();
  });

  it('is told to people', () => {
    const told = REVIEW_KEYS.flatMap(({ keys }) => keys).filter((key) => /^[a-z?]$/.test(key));
    expect(told.toSorted()).toEqual(['?', 'j', 'k', 'o', 'x']);
  });
});
