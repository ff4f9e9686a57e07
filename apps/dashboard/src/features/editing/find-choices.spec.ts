import type { BookFind } from '@octavo/contracts';
import { findChoices } from './find-choices.js';

const find = (over: Partial<BookFind>): BookFind => ({
  ...{ id: 'f1', bookId: 'b', provider: 'amazon', url: 'https://x', title: 'Emma', authors: [], form: null },
  ...{ published: null, hasCover: false, coverUrl: null, score: 1, reasons: [], standing: 'ACCEPTED', at: '' },
  differences: [{ field: 'title', before: 'emma', after: 'Emma' }],
  ...over,
});

describe('what providers have for a field', () => {
  it('are the other values of what was accepted', () => {
    const finds = [find({}), find({ standing: 'SUGGESTED' }), find({ standing: 'REFUSED' })];
    expect(findChoices(finds, 'title')).toEqual([{ findId: 'f1', origin: 'Amazon', words: 'Emma' }]);
    expect(findChoices(finds, 'publisher')).toEqual([]);
  });

  it('are none where a provider has nothing', () => {
    expect(findChoices([find({ differences: [{ field: 'title', before: 'x', after: null }] })], 'title')).toEqual([]);
  });
});
