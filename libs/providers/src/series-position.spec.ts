import { distinctSeries, seriesPosition } from './series-position.js';

describe('a place in a series', () => {
  it.each([
    ['3', '3'],
    ['01', '1'],
    ['1.0', '1'],
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['1-3', '1-3'],
    ['1 – 3', '1-3'],
    ['1.1-1.5', '1.1-1.5'],
    ['1, 2', '1-2'],
    ['1,2,3', '1-3'],
    ['Book 1', '1'],
    ['#4', '4'],
    ['2a', '2a'],
    ['2, Dramatized Adaptation', '2'],
    ['2 of 5', '2'],
    ['ファーストシーズン : 1', '1'],
    ['', undefined],
    ['null', undefined],
    ['x'.repeat(1_000_000), undefined],
  ])('of %.40s is %s', (text, number) => expect(seriesPosition(text)).toBe(number));
});

it('each series is there once, with the number of whichever mention has one', () => {
  expect(distinctSeries([{ name: 'Saga' }, { name: 'Other', number: '2' }, { name: 'SAGA', number: '1' }])).toEqual([
    { name: 'Saga', number: '1' },
    { name: 'Other', number: '2' },
  ]);
});
