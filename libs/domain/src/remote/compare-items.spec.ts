import fc from 'fast-check';
import { compareItems, etagForm, type ItemDifference } from './compare-items.js';
import type { ItemFacts } from './remote-item.js';

type Pair<T> = readonly [T | null, T | null];
const SIZES: Record<string, Pair<number>[]> = {
  equal: [
    [5, 5],
    [0, 0],
  ],
  differs: [
    [5, 6],
    [0, 5],
  ],
  unknown: [
    [5, null],
    [null, 5],
    [null, null],
  ],
};
const TIMES: Record<string, Pair<number>[]> = {
  equal: [[1_000, 1_000]],
  differs: [[1_000, 2_000]],
  unknown: [
    [1_000, null],
    [null, 1_000],
    [null, null],
  ],
};
const ETAGS: Record<string, Pair<string>[]> = {
  equal: [
    ['1a-2b', '1a-2b'],
    ['007', '007'],
  ],
  differs: [
    ['1a-2b', '1a-3c'],
    ['-12', '12'],
    ['007', '7'],
  ],
  'of other form': [
    ['1a-2b', '5d41402a'],
    ['a-1a-2b', '1a-2b'],
  ],
  unknown: [
    ['1a', null],
    [null, '1a'],
    [null, null],
  ],
};

const facts = (size: number | null, mtimeMs: number | null, etag: string | null): ItemFacts => ({
  ...{ size, mtimeMs, etag },
  remoteId: null,
});

describe('a file in two listings', () => {
  it.each<[size: string, etag: string, [ItemDifference, ItemDifference, ItemDifference]]>([
    ['equal', 'equal', ['same', 'same', 'same']],
    ['equal', 'differs', ['doubtful', 'changed', 'changed']],
    ['equal', 'of other form', ['same', 'changed', 'same']],
    ['equal', 'unknown', ['same', 'changed', 'same']],
    ['unknown', 'equal', ['same', 'same', 'same']],
    ['unknown', 'differs', ['changed', 'changed', 'changed']],
    ['unknown', 'of other form', ['same', 'changed', 'same']],
    ['unknown', 'unknown', ['same', 'changed', 'same']],
    ['differs', 'equal', ['changed', 'changed', 'changed']],
    ['differs', 'differs', ['changed', 'changed', 'changed']],
    ['differs', 'of other form', ['changed', 'changed', 'changed']],
    ['differs', 'unknown', ['changed', 'changed', 'changed']],
  ])('whose size is %s and whose etag is %s is %j, by its time: equal, differing, unknown', (size, etag, expected) => {
    for (const [at, time] of ['equal', 'differs', 'unknown'].entries())
      for (const sizes of SIZES[size]!)
        for (const etags of ETAGS[etag]!)
          for (const times of TIMES[time]!) {
            const [known, now] = [facts(sizes[0], times[0], etags[0]), facts(sizes[1], times[1], etags[1])];
            expect([known, now, compareItems(known, now)]).toEqual([known, now, expected[at]]);
          }
  });

  const few = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null });
  const anyFacts = fc.record({
    size: few(0, 5),
    mtimeMs: few(1_000, 2_000),
    etag: few('1a-2b', '1a-3c', '5d41402a', '-12', '12'),
    remoteId: few('1', '2'),
  });

  it('is the same whichever of them is the older', () => {
    fc.assert(fc.property(anyFacts, anyFacts, (one, other) => compareItems(one, other) === compareItems(other, one)));
  });

  it('that is told nothing of has not changed, and is as it is', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        expect(compareItems(known, known)).toBe('same');
        expect(compareItems(known, facts(null, null, null))).toBe('same');
      }),
    );
  });

  it('does not become a changed one because a proxy left out what the server says of it', () => {
    const left = fc.subarray<keyof ItemFacts>(['size', 'mtimeMs', 'etag', 'remoteId']);
    fc.assert(
      fc.property(anyFacts, left, (known, names) => {
        const now = { ...known, ...Object.fromEntries(names.map((name) => [name, null])) };
        expect(compareItems(known, now)).toBe('same');
      }),
    );
  });
});

describe('the form of an etag', () => {
  it.each([
    ['1a2b-5f3e', 'x-x'],
    ['9-44', 'x-x'],
    ['1f-9-44', 'x-x-x'],
    ['5d41402abc4b2a76b9719d911017c592', 'x'],
    ['-5d41', 'x'],
    ['ABCD1234:0', 'x:x'],
    ['YWJj+/==', 'x'],
    ['', ''],
  ])('"%s" is "%s"', (etag, form) => expect(etagForm(etag)).toBe(form));
});
