import { remarkOn } from './remark-on.js';

const skipped = (...names: string[]) => names.map((name) => ({ name, reason: 'it has no body' }));

describe('what is told of a conversion', () => {
  it.each([
    [{ converted: 9, fallbacks: 0, skipped: [] }, null],
    [{ converted: 9, fallbacks: 1, skipped: [] }, '1 page of 9 had faults and were mended.'],
    [{ converted: 9, fallbacks: 0, skipped: skipped('a') }, '1 page stayed as they were: a (it has no body).'],
    [
      { converted: 9, fallbacks: 2, skipped: skipped('a', 'b', 'c', 'd', 'e') },
      '2 pages of 9 had faults and were mended. 5 pages stayed as they were: a (it has no body), b (it has no body), c (it has no body), 2 more.',
    ],
    [
      { converted: 9, fallbacks: 0, skipped: [], remarks: [{ name: 'a', remark: 'without replacements' }] },
      'Not all that was asked for could be done on a (without replacements).',
    ],
  ])('%j', (report, words) => {
    expect(remarkOn(report)).toBe(words);
  });
});
