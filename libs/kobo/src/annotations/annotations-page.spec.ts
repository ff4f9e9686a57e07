import fc from 'fast-check';
import { annotationsPage, pageAfter } from './annotations-page.js';

const row = (id: string) => ({ id, body: { id } });

describe('a page of annotations', () => {
  it('is the list and nothing else where it is the last', () => {
    expect(annotationsPage([], false)).toEqual({ annotations: [], nextPageOffsetToken: null });
    expect(annotationsPage([row('a')], false)).toEqual({ annotations: [{ id: 'a' }], nextPageOffsetToken: null });
  });

  it('names the next by a token that comes back under any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (id, parameter) => {
        fc.pre(!id.includes('\0') && id.isWellFormed());
        const { nextPageOffsetToken } = annotationsPage([row('x'), row(id)], true);
        expect(nextPageOffsetToken).toMatch(/^[\w.-]+$/);
        expect(pageAfter({ limit: '100', ...{ [parameter]: nextPageOffsetToken } })).toBe(id);
        expect(pageAfter({ limit: ['100', nextPageOffsetToken] })).toBe(id);
      }),
    );
  });

  it.each([[{}], [{ limit: '100' }], [{ pageOffsetToken: 'nonsense' }], [{ token: 'oct1.' }], [{ token: 'oct1.%%' }]])(
    'is the first one with %j',
    (query) => expect(pageAfter(query)).toBeUndefined(),
  );
});
