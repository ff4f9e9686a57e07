import fc from 'fast-check';
import { annotationsPage, pageLimit, pageStart } from './annotations-page.js';

const row = (id: string) => ({ id, body: { id } });

describe('a page of annotations', () => {
  it('is the list and nothing else where it is the last', () => {
    const last = { more: false, fingerprint: 'b2' };
    expect(annotationsPage([], last)).toEqual({ annotations: [], nextPageOffsetToken: null });
    expect(annotationsPage([row('a')], last)).toEqual({ annotations: [{ id: 'a' }], nextPageOffsetToken: null });
  });

  it('names the next by a token that comes back under any name', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(id, fc.string(), fc.constantFrom('', 'b2'), (after, parameter, fingerprint) => {
        fc.pre(!after.includes('\0') && after.isWellFormed());
        const { nextPageOffsetToken } = annotationsPage([row('x'), row(after)], { more: true, fingerprint });
        expect(nextPageOffsetToken).toMatch(/^[\w.-]+$/);
        expect(pageStart({ limit: '100', ...{ [parameter]: nextPageOffsetToken } })).toEqual({ after, fingerprint });
        expect(pageStart({ limit: ['100', nextPageOffsetToken] })).toEqual({ after, fingerprint });
      }),
    );
  });

  it.each([
    [{}],
    [{ limit: '100' }],
    [{ pageOffsetToken: 'nonsense' }],
    [{ token: 'oct1.' }],
    [{ token: 'oct1.b2.' }],
    [{ token: 'oct1.b2.AA' }],
    [{ token: 'oct1.b2.%%' }],
    [{ token: `oct1.${'b'.repeat(65)}.YQ` }],
    [{ token: { oct1: 'oct1.b2.YQ' } }],
  ])('is the first one with %j', (query) => expect(pageStart(query)).toBeUndefined());

  it.each<[unknown, number]>([
    ['100', 100],
    ['1', 1],
    ['500', 500],
    ['501', 500],
    ['999999999', 500],
    ['9999999999', 500],
    ['0', 500],
    ['-1', 500],
    ['1.5', 500],
    ['many', 500],
    ['', 500],
    [['100', '1'], 500],
    [undefined, 500],
  ])('with a limit of %j holds %d', (limit, expected) => expect(pageLimit({ limit }, 500)).toBe(expected));
});
