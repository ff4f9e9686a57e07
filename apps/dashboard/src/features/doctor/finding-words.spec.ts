import type { Finding } from '@octavo/contracts';
import { findingWord, summaryWords, worstFirst } from './finding-words.js';

const finding = (state: Finding['state'], check = state as string): Finding => ({
  check,
  title: check,
  state,
  detail: 'seen',
  advice: null,
});

describe('findings', () => {
  it('stand with the worst first, and else as they came', () => {
    const all = [
      finding('good', 'a'),
      finding('warning'),
      finding('bad', 'b'),
      finding('unknown'),
      finding('bad', 'c'),
    ];
    const order = worstFirst(all).map(({ check }) => check);
    expect(order).toEqual(['b', 'c', 'warning', 'unknown', 'a']);
    expect(all[0]!.check).toBe('a');
  });

  it('have a word each', () => {
    expect((['bad', 'warning', 'unknown', 'good'] as const).map(findingWord)).toEqual([
      'Bad',
      'Warning',
      'Unknown',
      'Good',
    ]);
  });
});

describe('what an examination came to', () => {
  const devices = (...findings: Finding[]) => [{ id: 'd', name: 'Clara', findings }];

  it.each([
    [[], devices(), 'Everything looks well.'],
    [[finding('good')], devices(finding('good')), 'Everything looks well.'],
    [[finding('bad')], devices(), '1 thing stands in the way.'],
    [[finding('bad')], devices(finding('bad')), '2 things stand in the way.'],
    [
      [finding('bad'), finding('unknown')],
      devices(finding('warning')),
      '1 thing stands in the way, 1 thing could be better, 1 thing could not be found out.',
    ],
  ])('%#: %s', (server, all, words) => {
    expect(summaryWords({ server, devices: all })).toBe(words);
  });
});
