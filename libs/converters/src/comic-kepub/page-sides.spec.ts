import fc from 'fast-check';
import { pageSides } from './page-sides.js';

/** 'p' is a page, 'D' a double page; the answer has l, r and c for their sides. */
function sides(pages: string, rightToLeft = false): string {
  const sizes = [...pages].map((page) => (page === 'D' ? { width: 200, height: 150 } : { width: 100, height: 150 }));
  return pageSides(sizes, rightToLeft)
    .map((side) => side[0])
    .join('');
}

describe('the sides of pages', () => {
  it.each([
    ['a cover alone', 'p', 'c'],
    ['pairs behind the cover', 'ppppp', 'clrlr'],
    ['one that stays over at the end', 'pppp', 'clrl'],
    ['a double page between pairs', 'pppDppD', 'clrclrc'],
    ['an odd number before a double page: the first is alone', 'ppDpp', 'crclr'],
    ['an odd number of three', 'ppppDp', 'crlrcl'],
    ['double pages in a row', 'pDDpp', 'ccclr'],
    ['a cover that is a double page', 'Dpp', 'clr'],
    ['no page', '', ''],
  ])('are those of print: %s', (_, pages, expected) => {
    expect(sides(pages)).toBe(expected);
  });

  it('begin at the right where pages turn to the left', () => {
    expect(sides('pppDpp', true)).toBe('crlcrl');
    expect(sides('ppDp', true)).toBe('clcr');
  });

  it('never tear a pair apart at a double page, and never pair across one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('p', 'D'), { maxLength: 40 }), (pages) => {
        const shown = sides(pages.join(''));
        expect(shown).toHaveLength(pages.length);
        expect(shown).not.toMatch(/lc|ll|rr/);
        expect([...shown].every((side, at) => (side === 'c') === (at === 0 || pages[at] === 'D'))).toBe(true);
      }),
    );
  });
});
