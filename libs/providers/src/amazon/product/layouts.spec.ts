import type { Candidate } from '../../candidate.js';
import { expectGoodCandidate } from '../../testing/clean-candidate.js';
import { bookOn, bookVerdict } from '../testing/ask-amazon.js';
import { BOOK_PAGES, type LayoutName } from '../testing/book-pages.js';
import { shopPage } from '../testing/page-parts.js';

const WHOLE: Partial<Candidate> = {
  title: 'The Lantern Coast',
  subtitle: 'A Novel of the Tides',
  contributors: [
    { name: 'Mira Valdane', role: 'author' },
    { name: 'Jon Abery', role: 'illustrator' },
  ],
  publisher: 'Quay & Harbour',
  published: { year: 2008, month: 4, day: 22 },
  language: 'en',
  identifiers: [{ scheme: 'isbn', value: '9780441478125' }],
  form: 'hardcover',
  cover: [
    'https://m.media-amazon.com/images/I/91EpHNSPFnL.jpg',
    'https://m.media-amazon.com/images/I/91EpHNSPFnL._SL1500_.jpg',
  ],
};
const KINDLE: Partial<Candidate> = {
  ...WHOLE,
  id: 'B0KINDLE01',
  identifiers: [{ scheme: 'asin', value: 'B0KINDLE01' }],
  otherEditions: [{ scheme: 'isbn', value: '9780441478125' }],
  form: 'kindle',
  pageCount: 1024,
};
const AUDIO: Partial<Candidate> = {
  ...WHOLE,
  contributors: [
    { name: 'Mira Valdane', role: 'author' },
    { name: 'Tessa Roan', role: 'narrator' },
  ],
  identifiers: [{ scheme: 'asin', value: 'B0AUDIO001' }],
  form: 'audiobook',
  durationSec: 17 * 3600 + 4 * 60,
  abridged: false,
};
const authorsOnly = WHOLE.contributors!.map(({ name }) => ({ name, role: 'author' as const }));
const EXPECTED: Record<LayoutName, Partial<Candidate>> = {
  desktop: { ...WHOLE, pageCount: 1024 },
  listOnly: { ...WHOLE, pageCount: 1024 },
  kindle: KINDLE,
  audiobook: AUDIO,
  desktop2016: { ...WHOLE, pageCount: 1024 },
  desktop2012: { ...WHOLE, pageCount: 1024 },
  phone2016: { ...WHOLE, pageCount: 1024 },
  // Said no roles.
  phone2014: { ...WHOLE, contributors: authorsOnly, pageCount: 1024 },
};
const names = Object.keys(BOOK_PAGES) as LayoutName[];

describe.each(names)('a page of the layout "%s"', (name) => {
  const candidate = bookOn(BOOK_PAGES[name]());

  it('gives every field it has', () => {
    expect(candidate).toMatchObject(EXPECTED[name]);
    expectGoodCandidate(candidate);
  });

  it('gives its series and place', () => {
    expect(candidate.series).toEqual([expect.objectContaining({ name: 'Saltlight', number: '2' })]);
  });

  it('gives its description as safe markup', () => {
    expect(candidate.description?.replace(/<\/?[bi]>/g, '')).toBe(
      '<p>A keeper lights the coast.</p><p>Then the tide stays.</p>',
    );
  });

  it('loses one field and no other where a part of the page is broken', () => {
    const page = BOOK_PAGES[name]().replace(/<(?:span|div|b)[^>]*>\s*(?:Publisher)[^<]*<\/(?:span|div|b)>/g, '');
    expect(bookOn(page)).toMatchObject({ title: candidate.title, identifiers: candidate.identifiers });
  });
});

describe('a page', () => {
  it('of today gives categories, stars and how many there are of a series', () => {
    expect(bookOn(BOOK_PAGES.desktop())).toMatchObject({
      series: [{ name: 'Saltlight', number: '2', total: 5 }],
      genres: ['Science Fiction & Fantasy', 'Fantasy'],
      tags: ['Sea Adventures Fiction'],
      rating: { value: 4.4, count: 21_200, best: 5 },
      otherEditions: [{ scheme: 'asin', value: 'B0KINDLE01' }],
      fullTitle: 'The Lantern Coast: A Novel of the Tides (Saltlight, 2)',
    });
  });

  it('that redirected to another edition says which it is', () => {
    expect(bookVerdict(BOOK_PAGES.kindle(), {}, 'B0OTHER001')).toMatchObject({ value: { id: 'B0KINDLE01' } });
  });

  it('never has its binding for a subtitle', () => {
    const page = BOOK_PAGES.desktop({ title: 'Sapiens', binding: 'Hardcover – 7 April 2016', series: undefined });
    expect(bookOn(page)).toMatchObject({ title: 'Sapiens', form: 'hardcover' });
    expect(bookOn(page).subtitle).toBeUndefined();
  });

  it('knows the date its binding line has where nothing else has one', () => {
    const page = BOOK_PAGES.listOnly({ binding: 'Hardcover – 7 April 2016', publisher: 'Quay', published: '' });
    expect(bookOn(page).published).toEqual({ year: 2016, month: 4, day: 7 });
  });

  it('is not its scripts: what they say is no detail', () => {
    expect(bookOn(BOOK_PAGES.desktop()).language).toBe('en');
  });

  it('never takes lengths, stars or names of other books', () => {
    const page = BOOK_PAGES.listOnly({ pages: '', stars: undefined });
    const { pageCount, rating, contributors } = bookOn(page);
    expect([pageCount, rating]).toEqual([undefined, undefined]);
    expect(contributors.map(({ name }) => name)).not.toContain('Stray Author');
  });
});

describe('a page that sells no book', () => {
  const thing = (byline: string, more = '', title = 'Amazon.com: Lantern') =>
    bookVerdict(
      shopPage(
        `<span id="productTitle">The Lantern Coast</span>${byline}<input id="ASIN" value="B0THING001">${more}`,
        title,
      ),
    );

  it.each([
    ['a thing of a brand', '<a id="bylineInfo" href="/stores">Visit the Lantern Store</a>'],
    ['a thing of a German brand', '<a id="bylineInfo" href="/stores">Besuche den Lantern-Store</a>'],
    ['a thing of a Japanese brand', '<a id="bylineInfo" href="/stores">ランタンのストアを表示</a>'],
    ['a thing with a brand', '<a id="bylineInfo">Brand: Lantern</a>'],
    ['a thing without anybody', ''],
    [
      'a record',
      '<div id="bylineInfo"><span class="author"><a>Mira Valdane</a><span class="contribution">(Artist)</span></span></div>',
    ],
  ])('is none: %s', (_, byline) => {
    expect(thing(byline)).toEqual({ kind: 'not-found' });
  });

  it('is none even where its meta tags are those of a book, as a film’s are', () => {
    const film = `<meta property="og:title" content="The Lantern Coast"><meta property="og:type" content="book"><span class="dv-node-dp-title">x</span>`;
    expect(thing('<div id="bylineInfo"><a>Format: Prime Video</a></div>', film)).toEqual({ kind: 'not-found' });
    expect(bookVerdict(shopPage(film))).toMatchObject({ kind: 'blocked' });
  });

  it('is none where a brand stands before its name, whatever else it has', () => {
    const page = BOOK_PAGES.desktop();
    expect(
      bookVerdict(page.replace('<div id="bylineInfo"> by', '<div id="bylineInfo"> Visit the Lantern Store')),
    ).toEqual({
      kind: 'not-found',
    });
  });

  it('is none where it is a calendar with an author and an ISBN', () => {
    expect(bookVerdict(BOOK_PAGES.desktop({ binding: 'Calendar – April 22, 2008' }))).toEqual({ kind: 'not-found' });
  });
});
