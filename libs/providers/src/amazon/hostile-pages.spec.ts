import fc from 'fast-check';
import { expectGoodCandidate, expectGoodHit } from '../testing/clean-candidate.js';
import { bookOn, bookVerdict, searchVerdict } from './testing/ask-amazon.js';
import { BOOK_PAGES, type LayoutName } from './testing/book-pages.js';
import { gallery, shopPage } from './testing/page-parts.js';
import { anOldResult, aResult, oldResultsPage, resultsPage } from './testing/search-pages.js';

const names = Object.keys(BOOK_PAGES) as LayoutName[];
/** Each takes some tens of milliseconds; what is quadratic takes minutes. */
const MOST_MS = 60_000;

/** The parts of a page between its tags, some of them gone, twice or elsewhere. */
function shuffled(page: string): fc.Arbitrary<string> {
  const parts = page.split(/(?=<)/);
  const place = fc.nat(parts.length - 1);
  const change = fc.tuple(fc.constantFrom('cut', 'double', 'move', 'end'), place, place);
  return fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
    const changed = [...parts];
    for (const [what, at, to] of changes) {
      if (what === 'cut') changed.splice(at, 1 + (to % 5));
      else if (what === 'double') changed.splice(to, 0, ...changed.slice(at, at + 20));
      else if (what === 'move') changed.splice(to, 0, ...changed.splice(at, 10));
      else changed.length = Math.max(1, Math.min(changed.length, at));
    }
    return changed.join('');
  });
}

describe('a damaged page', () => {
  it.each(names)('of the layout "%s" gives a verdict, and only what is clean', (name) => {
    fc.assert(
      fc.property(shuffled(BOOK_PAGES[name]()), (page) => {
        const started = performance.now();
        const verdict = bookVerdict(page);
        expect(performance.now() - started).toBeLessThan(MOST_MS);
        if (verdict.kind === 'found') expectGoodCandidate(verdict.value);
      }),
      { numRuns: 60 },
    );
  });

  const result = {
    asin: '0441478123',
    title: 'The Lantern Coast',
    byline: 'Book 1 of 2: Saltlight | by Mira Valdane | Apr 2, 2008',
  };
  it.each([
    ['today', resultsPage(aResult(result), aResult({ ...result, asin: 'B0AAAAAAA1' }, 'label'))],
    ['2018', oldResultsPage(anOldResult(result))],
  ])('of results as they are %s gives a verdict, and only what is clean', (_, page) => {
    fc.assert(
      fc.property(shuffled(page), (damaged) => {
        const verdict = searchVerdict(damaged);
        if (verdict.kind === 'found') verdict.value.forEach(expectGoodHit);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a page made to take long', () => {
  const many = 40_000;
  const within = (id: string, content: string) =>
    shopPage(`<span id="productTitle">x</span><input id="ASIN" value="B0KINDLE01"><div id="${id}">${content}</div>`);
  const authors = '<span class="author"><a>A</a></span>';
  const pages: [string, string][] = [
    ['things beside each other', within('bylineInfo', '<i></i>'.repeat(many))],
    ['details', within('detailBullets_feature_div', '<li><b>ISBN-10:</b> 0441478123</li>'.repeat(many / 2))],
    ['rows', within('productDetailsTable', `<table>${'<tr><td>a<td>b'.repeat(many / 3)}</table>`)],
    ['authors', within('bylineInfo', authors.repeat(many / 2))],
    [
      'things within each other',
      within('detailBullets_feature_div', `${'<li><ul>'.repeat(190)}x${'</ul></li>'.repeat(190)}`.repeat(300)),
    ],
    ['things of one id', within('x', '<div id="bylineInfo"><a>x</a></div>'.repeat(many / 2))],
    [
      'things of many ids',
      within('x', Array.from({ length: many }, (_, at) => `<i id="productDetails${at}"></i>`).join('')),
    ],
    [
      'blocks of a description',
      within('productDescription', '<h3>a</h3><div class="productDescriptionWrapper"></div>'.repeat(many / 2)),
    ],
    [
      'pieces of a description',
      within('bookDescription_feature_div', '<span class="a-text-bold">x</span>'.repeat(many)),
    ],
    ['a long description', within('bookDescription_feature_div', 'tide '.repeat(1_000_000))],
    ['categories', within('wayfinding-breadcrumbs_feature_div', '<a>x</a>'.repeat(many))],
    [
      'ranks',
      shopPage(`<span id="productTitle">x</span><ul class="zg_hrsr">${'<li><a>x</a></li>'.repeat(many / 2)}</ul>`),
    ],
    ['pictures', within('imgTagWrapperId', '<img data-a-dynamic-image="{&quot;">'.repeat(many))],
    ['pipes', within('x', '<a href="x">n</a><span class="byLinePipe">|</span>'.repeat(many / 2))],
    [
      'brackets of a title',
      shopPage(`<span id="productTitle">${'(('.repeat(500_000)}</span><input id="ASIN" value="B0KINDLE01">`),
    ],
    ['brackets of a script', within('x', `<script>${"'colorImages': {'initial': [{".repeat(100_000)}</script>`)],
    ['results', resultsPage(aResult({ asin: 'B0AAAAAAA1', title: 'x' }).repeat(8000))],
  ];

  it.each(pages)('is read soon all the same: %s', (_, page) => {
    for (const read of [bookVerdict, searchVerdict]) {
      const started = performance.now();
      expect(read(page).kind).toBeDefined();
      expect(performance.now() - started).toBeLessThan(MOST_MS);
    }
  });
});

describe('a page that means harm', () => {
  it('brings nothing that runs into a description', () => {
    const description =
      '<p onclick="x()">Tide</p><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">a</a><a href="https://example.org/b" target="_top">b</a><iframe src="x"></iframe>&lt;script&gt;alert(2)&lt;/script&gt;';
    const found = bookOn(BOOK_PAGES.desktop({ description }));
    expectGoodCandidate(found);
    expect(found.description).not.toMatch(/javascript|alert\(1\)|onclick|iframe|<img/);
    expect(found.description).toContain('href="https://example.org/b"');
  });

  it('brings no address of another host, nor keys of prototypes', () => {
    const evil = [
      'https://evil.example/images/I/91x.jpg',
      'https://m.media-amazon.com.evil.example/images/I/91x.jpg',
      'https://m.media-amazon.com@evil.example/images/I/91x.jpg',
      'file:///images/I/91x.jpg',
      '//127.0.0.1/images/I/91x.jpg',
    ];
    for (const address of evil) {
      const page = shopPage(
        `${gallery(address, { __proto__x: 1, constructor: { prototype: {} } })}${BOOK_PAGES.phone2014()}`,
      );
      expect(bookOn(page).cover?.[0]).toBe('https://m.media-amazon.com/images/I/91EpHNSPFnL.jpg');
    }
    const proto = `<script>'colorImages': {'initial': [{"__proto__": {"hiRes": "https://m.media-amazon.com/images/I/EVIL.jpg"}, "hiRes": null}]}</script>`;
    expect(bookOn(shopPage(proto + BOOK_PAGES.phone2014())).cover?.[0]).toContain('91EpHNSPFnL');
    expect(({} as Record<string, unknown>).hiRes).toBeUndefined();
  });
});
