import type { Replacement } from './kepub-options.js';
import { pagePlan } from './page-plan.js';
import { convertPage, type PageResult } from './page.js';
import { withReplacements } from './replacements.js';

const replace = (...pairs: [string, string][]): Replacement[] => pairs.map(([find, replace]) => ({ find, replace }));

const PAGE =
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>A fox.</p></body></html>';

function converted(source: string, replacements: Replacement[]): PageResult {
  return convertPage(source, pagePlan({ version: '3.0' }, { replacements }));
}

describe('Replacements', () => {
  it.each<[string, Replacement[], string]>([
    ['every place', replace(['o', '0']), '<p>a.b $0 f00</p>'],
    ['one after another', replace(['foo', 'bar'], ['bar', 'baz']), '<p>a.b $0 baz</p>'],
    ['texts, not patterns', replace(['a.', '$&amp;'], ['.', '!']), '<p>$&amp;b $0 foo</p>'],
    ['no empty text', replace(['', 'x']), '<p>a.b $0 foo</p>'],
    ['markup', replace(['<p>', '<p class="c">']), '<p class="c">a.b $0 foo</p>'],
    ['nothing that is not there', replace(['q', 'x']), '<p>a.b $0 foo</p>'],
    ['without what XML forbids', replace(['foo', '\u0000\uD800y']), '<p>a.b $0 \ufffdy</p>'],
  ])('change %s', (_name, replacements, expected) => {
    expect(withReplacements('<p>a.b $0 foo</p>', replacements)).toEqual({ page: expected });
  });

  it.each<[string, Replacement[], RegExp]>([
    ['not well-formed', replace(['A', 'B'], ['</p>', '']), /well-formed/],
    ['not well-formed by half a reference', replace(['fox', '&']), /well-formed/],
    ['without bound', replace(['a', 'a'.repeat(5000)], ['a', 'a'.repeat(5000)]), /too large/],
  ])('are left out of a page they would make %s, and it is told', (_name, replacements, reason) => {
    const without = converted(PAGE, []);
    const result = converted(PAGE, replacements);
    expect(result).toEqual({ ...without, remark: expect.stringMatching(reason) });
  });

  it('are left out where they would change a page all over', () => {
    const page = `<p>${'a'.repeat(1_000_001)}</p>`;
    expect(withReplacements(page, replace(['a', 'b']))).toEqual({ page, leftOut: 'too many places would change' });
  });

  it('work on the finished page, whose declaration stays true', () => {
    const result = converted(PAGE, replace(['koboSpan', 'mySpan'], ['utf-8', 'klingon'], ['fox', 'hen']));
    const text = result.kind === 'converted' ? result.text : '';
    expect(text).toContain('<p><span class="mySpan" id="kobo.1.1">A hen.</span></p>');
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
  });

  it('are not made a second time', () => {
    const empty = PAGE.replace('<p>A fox.</p>', '');
    for (const source of [PAGE, empty]) {
      const once = converted(source, replace(['T', 'TT']));
      const text = once.kind === 'converted' ? once.text : '';
      expect(text).toContain('<title>TT</title>');
      const twice = converted(text, replace(['T', 'TT']));
      expect(twice.kind === 'converted' ? twice.text : text).toBe(text);
    }
  });
});
