import { placeWords } from './place-words.js';

describe('the place of a highlight', () => {
  it.each([
    ['One', 0.254, '25 % into One'],
    ['One', 0, '0 % into One'],
    ['One', null, 'One'],
    [null, 1, '100 % into its chapter'],
    [null, null, undefined],
  ])('in chapter %s at %s is “%s”', (chapter, chapterProgress, words) => {
    expect(placeWords({ chapter, chapterProgress })).toBe(words);
  });
});
