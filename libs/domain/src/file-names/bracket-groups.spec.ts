import fc from 'fast-check';
import { bracketGroups } from './bracket-groups.js';

const inners = (text: string) => bracketGroups(text).map(({ inner }) => inner);

describe('pairs of brackets', () => {
  it.each([
    ['a (b) [c] {d}', ['b', 'c', 'd']],
    ['(a [b] c)', ['a [b] c']],
    ['(a) b) (c', ['a']],
    ['[a (b] c)', ['a (b']],
    ['((a)', ['a']],
    ['（作者）【书】', ['作者', '书']],
    ['( a )', ['a']],
    ['no', []],
  ])('%j hold %j', (text, expected) => expect(inners(text)).toEqual(expected));

  it('are in order, apart from one another, and begin and end with a bracket', () => {
    const text = fc.string({ unit: fc.constantFrom(...'()[]{}ab '), maxLength: 40 });
    fc.assert(
      fc.property(text, (written) => {
        let from = 0;
        for (const { start, end } of bracketGroups(written)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect('([{').toContain(written[start]);
          expect(')]}').toContain(written[end - 1]);
          from = end;
        }
      }),
    );
  });
});
