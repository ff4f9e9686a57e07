import fc from 'fast-check';
import { idsIn, withoutOurIds } from './ids-in-request.js';

const OURS = '01a1fdd2-cfd9-7dff-84e1-920d03f06613';
const OURS_TOO = '01a1fdd2-cfd9-7dff-84e1-920d03f06614';
const A = 'aaaaaaaa-0000-4000-8000-000000000000';
const B = 'bbbbbbbb-0000-4000-8000-000000000000';
const ours = new Set([OURS, OURS_TOO]);

describe('the ids in a request', () => {
  it.each<[string, string[]]>([
    [`/v1/products/${A},${B}/prices`, [A, B]],
    [`/v1/products/${A}%2C${B.toUpperCase()}/prices?x=${OURS}`, [A, B, OURS]],
    [`/v1/library/${OURS.replace('0', '%30')}/state`, [OURS]],
    [`/v1/library/${OURS.replaceAll('-', '%2d')}/state?bad=%zz`, [OURS]],
    [`/v1/books/${OURS}-c0ffee/thumbnail`, [OURS]],
    ['/v1/deals', []],
  ])('of %s', (text, ids) => expect(idsIn(text)).toEqual(ids));

  it('are too many where no device has so many', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => `${String(n).padStart(8, '0')}${A.slice(8)}`).join(',');
    expect(idsIn(many(2_000))).toHaveLength(2_000);
    expect(idsIn(many(1_000), many(2_001))).toBeUndefined();
  });
});

describe('what the store is asked where ids of ours are in it', () => {
  it.each<[string, string | undefined]>([
    ['/v1/deals?a=1', '/v1/deals?a=1'],
    [`/v1/products/${A}/prices?q=a%2Cb&Filters=%7B%7D`, `/v1/products/${A}/prices?q=a%2Cb&Filters=%7B%7D`],
    [`/v1/products/${OURS}/prices`, undefined],
    [`/v1/products/${OURS},${OURS_TOO}/nextread`, undefined],
    [`/v1/products/${A},${OURS},${B}/prices?q=a%2Cb`, `/v1/products/${A},${B}/prices?q=a%2Cb`],
    [`/v1/products/${OURS},${A}/prices`, `/v1/products/${A}/prices`],
    [`/v1/products/${A}%2c${OURS.toUpperCase()}%2C${B}/nextread`, `/v1/products/${A}%2C${B}/nextread`],
    [`/v1/user/reviews?ProductIds=${OURS},${A}&x=[{"a"}]`, `/v1/user/reviews?ProductIds=${A}&x=[{"a"}]`],
    [`/v1/user/reviews?ProductIds=${OURS}`, undefined],
    [`/v1/library/${OURS.replace('0', '%30')}/state`, undefined],
    [`/v1/books/${OURS}-c0ffee/thumbnail`, undefined],
    [`/v1/x?DiffRequests=[{"Key":"${OURS}"}]`, undefined],
  ])('of %s', (target, asked) => expect(withoutOurIds(target, ours)).toBe(asked));

  it('is every byte as it was where none is', () => {
    fc.assert(fc.property(fc.string(), (target) => expect(withoutOurIds(target, ours)).toBe(target)));
    fc.assert(fc.property(fc.string(), (target) => expect(withoutOurIds(target, new Set())).toBe(target)));
  });

  it('is all of theirs and none of ours, in their order', () => {
    const ids = fc.shuffledSubarray([A, B, OURS, OURS_TOO], { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.constantFrom(',', '%2C', '%2c'), (mixed, comma) => {
        const theirs = mixed.filter((id) => !ours.has(id));
        const expected = theirs.length === 0 ? undefined : `/v1/products/${theirs.join(comma)}/prices`;
        expect(withoutOurIds(`/v1/products/${mixed.join(comma)}/prices`, ours)).toBe(expected);
      }),
    );
  });
});
