import { highlightColour } from './highlight-colour.js';

describe('the colour of a highlight', () => {
  it.each([
    ['#FFF6A3', '#fff6a3', 'yellow'],
    ['fff6a3', '#fff6a3', 'yellow'],
    ['#F9A3C8', '#f9a3c8', 'pink'],
    ['#A3D8FF', '#a3d8ff', 'blue'],
    ['#B4F0A8', '#b4f0a8', 'green'],
    ['#ff0000', '#ff0000', 'red'],
    ['#d0a3ff', '#d0a3ff', 'purple'],
    ['#dddddd', '#dddddd', 'grey'],
  ])('%s is shown as %s and called %s', (told, css, word) => {
    expect(highlightColour(told)).toEqual({ css, word });
  });

  it.each([null, '', 'yellow', '#fff', '#fff6a3;background:url(x)', 'url(x)', '#gggggg'])(
    'is none where a device says %j',
    (told) => {
      expect(highlightColour(told)).toBeUndefined();
    },
  );
});
