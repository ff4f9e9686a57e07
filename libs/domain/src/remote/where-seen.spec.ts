import fc from 'fast-check';
import { type FolderSeen, mayBeGone } from './where-seen.js';

const seen = (outcomes: Record<string, FolderSeen>) => new Map(Object.entries(outcomes));

describe('files that no listing named', () => {
  it.each<[string, string, Record<string, FolderSeen>]>([
    ['of the base, where it was listed to its end', '', { '': 'complete' }],
    ['of a folder that was listed to its end', 'a/b', { '': 'complete', a: 'complete', 'a/b': 'complete' }],
    [
      'of such a folder, though the one above is only partly known',
      'a/b',
      { '': 'complete', a: 'partial', 'a/b': 'complete' },
    ],
    ['of a folder that the one above no longer has', 'a/b', { '': 'complete', a: 'complete' }],
    ['of a folder that the server does not know', 'a/b', { '': 'complete', a: 'complete', 'a/b': 'gone' }],
    ['of a folder whose folders above are away too', 'a/b/c/d', { '': 'complete' }],
    ['below a folder that is gone', 'a/b/c', { '': 'complete', a: 'complete', 'a/b': 'gone' }],
    ['below two that are gone', 'a/b/c', { '': 'complete', a: 'gone', 'a/b': 'gone' }],
  ])('may be gone: %s', (_, folder, outcomes) => expect(mayBeGone(folder, seen(outcomes))).toBe(true));

  it.each<[string, string, Record<string, FolderSeen>]>([
    ['where nothing was listed', 'a', {}],
    ['where nothing was listed, in the base', '', {}],
    ['of a base that is gone', '', { '': 'gone' }],
    ['below a base that is gone', 'a', { '': 'gone' }],
    ['below a base that is gone, in a folder that is gone too', 'a', { '': 'gone', a: 'gone' }],
    ['of a folder that is gone, in one that failed', 'a/b', { '': 'complete', a: 'failed', 'a/b': 'gone' }],
    ['below a folder that is gone, in a base that is partly known', 'a/b', { '': 'partial', a: 'gone' }],
  ])('are there still: %s', (_, folder, outcomes) => expect(mayBeGone(folder, seen(outcomes))).toBe(false));

  it.each<FolderSeen>(['failed', 'partial', 'pruned', 'ignored', 'skipped'])(
    'are there still in a folder that is %s, and in all that nobody saw below it',
    (outcome) => {
      const outcomes = seen({ '': 'complete', a: 'complete', 'a/b': outcome });
      for (const folder of ['a/b', 'a/b/c', 'a/b/c/d']) expect(mayBeGone(folder, outcomes)).toBe(false);
      expect(mayBeGone('a/bc', outcomes)).toBe(true);
      for (const folder of ['', 'x', 'x/y']) expect(mayBeGone(folder, seen({ '': outcome }))).toBe(false);
    },
  );

  it('may be gone only where the nearest folder that is there was listed to its end', () => {
    const outcome = fc.constantFrom<FolderSeen | undefined>(
      undefined,
      'gone',
      'complete',
      'partial',
      'failed',
      'pruned',
    );
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 6 }), (chain) => {
        const paths = chain.map((_, depth) => Array.from({ length: depth }, (_, at) => `f${at}`).join('/'));
        const outcomes = new Map(chain.flatMap((one, depth) => (one ? [[paths[depth]!, one] as const] : [])));
        const nearest = chain.findLast((one) => one !== undefined && one !== 'gone');
        expect(mayBeGone(paths.at(-1)!, outcomes)).toBe(nearest === 'complete');
      }),
    );
  });
});
