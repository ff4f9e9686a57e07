import { anAnswer } from '../testing/answers.js';
import { expectGoodCandidate } from '../testing/clean-candidate.js';
import { readBookPage } from './book-page.js';
import { apolloState, bookPage, FENCE_PAGE, LEVIATHAN, linkedData, plainPage, type PageBook } from './testing/pages.js';

const URL_OF = (id: string) => `https://www.goodreads.com/book/show/${id}-slug`;
const read = (page: string, id = LEVIATHAN.id, baseUrl?: string) =>
  readBookPage(anAnswer(page, { url: URL_OF(id) }), baseUrl === undefined ? {} : { baseUrl });

function found(page: string, id = LEVIATHAN.id) {
  const verdict = read(page, id);
  if (verdict.kind !== 'found') throw new Error(`${verdict.kind}`);
  expectGoodCandidate(verdict.value);
  return verdict.value;
}

const withBook = (over: Partial<PageBook>) => bookPage({ ...LEVIATHAN, ...over });

describe("a book's page", () => {
  it('tells everything of the book that its query points at, among stubs of others', () => {
    expect(found(bookPage(LEVIATHAN))).toEqual({
      provider: 'goodreads',
      id: '8855321',
      url: 'https://www.goodreads.com/book/show/8855321',
      title: 'Leviathan Wakes',
      fullTitle: 'Leviathan Wakes (The Expanse, #1)',
      contributors: [
        { name: 'James S.A. Corey', role: 'author' },
        { name: 'Jefferson Mays', role: 'narrator' },
      ],
      series: [{ name: 'The Expanse', number: '1' }],
      description: 'Humanity has colonized the solar system.<br /><br /><b>Mars</b>, the Moon &amp; the Belt.',
      publisher: 'Orbit',
      published: { year: 2011, month: 6, day: 15 },
      firstPublished: { year: 2011, month: 6, day: 10 },
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780316129084' },
        { scheme: 'goodreads', value: '8855321' },
      ],
      otherEditions: [],
      genres: ['Science Fiction', 'Fiction', 'Space Opera', 'Young Adult', 'Science Fiction Fantasy'],
      tags: ['Aliens'],
      pageCount: 592,
      rating: { value: 4.3, count: 271000, best: 5 },
      form: 'paperback',
      cover: ['https://m.media-amazon.com/images/S/compressed.photo.goodreads.com/books/1411013975i/8855321.jpg'],
    });
  });

  it('of a book that is gone finds nothing, whatever it tells search engines', () => {
    const state = { ...apolloState(LEVIATHAN), ROOT_QUERY: { 'getBookByLegacyId({"legacyId":"8855321"})': null } };
    const head = linkedData({ '@type': 'Book', name: 'Another Book', author: { name: 'Somebody' } });
    expect(read(bookPage(LEVIATHAN, state, head))).toEqual({ kind: 'not-found' });
  });

  it('never takes a stub for the book', () => {
    const { ROOT_QUERY, ...others } = apolloState(LEVIATHAN);
    expect(ROOT_QUERY).toBeDefined();
    expect(read(bookPage(LEVIATHAN, others)).kind).toBe('blocked');
    const elsewhere = {
      ...others,
      ROOT_QUERY: { 'getBookByLegacyId({"legacyId":"1"})': { __ref: 'Book:kca://book/stub1' } },
    };
    expect(read(bookPage(LEVIATHAN, elsewhere)).kind).toBe('blocked');
    const ofAnother = {
      ...others,
      ROOT_QUERY: { 'getBookByLegacyId({"legacyId":"1"})': { __ref: 'Book:kca://book/own' } },
    };
    expect(read(bookPage(LEVIATHAN, ofAnother)).kind).toBe('blocked');
    const nowhere = { ...others, ROOT_QUERY: { 'getBookByLegacyId({"legacyId":"8855321"})': { __ref: 'Book:none' } } };
    expect(read(bookPage(LEVIATHAN, nowhere)).kind).toBe('blocked');
  });

  it('takes the pointer of its own id, where there are several', () => {
    const state = apolloState(LEVIATHAN);
    const before = { 'getBookByLegacyId({"legacyId":"1"})': { __ref: 'Book:kca://book/stub1' } };
    expect(
      found(bookPage(LEVIATHAN, { ...state, ROOT_QUERY: { ...before, ...(state['ROOT_QUERY'] as object) } })).title,
    ).toBe('Leviathan Wakes');
  });

  it('says nothing where its data says "null" in words, or nothing', () => {
    const nulls = Object.fromEntries(
      ['format', 'numPages', 'publicationTime', 'publisher', 'isbn', 'isbn13', 'asin', 'language'].map((key) => [
        key,
        'null',
      ]),
    );
    const candidate = found(
      withBook({
        series: undefined,
        details: nulls,
        work: { stats: null, details: 'null' },
        over: { description: 'null', 'description({"stripped":true})': null, imageUrl: 'null', bookGenres: null },
      }),
    );
    expect(candidate).toEqual({
      provider: 'goodreads',
      id: '8855321',
      url: 'https://www.goodreads.com/book/show/8855321',
      title: 'Leviathan Wakes',
      contributors: expect.any(Array),
      series: [],
      identifiers: [{ scheme: 'goodreads', value: '8855321' }],
      otherEditions: [],
      genres: [],
      tags: [],
    });
    expect(found(withBook({ over: { details: null, work: undefined } }))).not.toHaveProperty('pageCount');
  });

  it.each([
    ['a field of another type', { details: ['x'] }, 'pageCount'],
    ['a list where a text belongs', { imageUrl: ['x'] }, 'cover'],
    ['an object where a text belongs', { description: {}, 'description({"stripped":true})': [] }, 'description'],
    ['references to prototypes', { work: { __ref: '__proto__' } }, 'rating'],
    [
      'references to functions',
      { work: { __ref: 'constructor' }, bookSeries: [{ series: { __ref: 'toString' } }] },
      'rating',
    ],
  ])('loses only that field to %s', (_, over, lost) => {
    const candidate = found(withBook({ over }));
    expect(candidate).toMatchObject({ title: 'Leviathan Wakes', contributors: [{ name: 'James S.A. Corey' }, {}] });
    expect(candidate).not.toHaveProperty(lost);
  });

  it.each([
    ['1', '1'],
    ['0.5', '0.5'],
    ['1-3', '1-3'],
    ['1, 2, 3', '1-3'],
    ['', undefined],
    ['null', undefined],
  ])('has the place %j in its series as %j', (position, number) => {
    const bookSeries = [{ userPosition: position, series: { __ref: 'Series:1' } }];
    expect(found(withBook({ over: { bookSeries } })).series).toEqual([
      { name: 'The Expanse', ...(number && { number }) },
    ]);
  });

  it.each([
    ['a printed book', { asin: '0316129089' }, ['isbn 9780316129084']],
    ['a Kindle book', { format: 'Kindle Edition', asin: 'B004B1XAAA', isbn: null, isbn13: null }, ['asin B004B1XAAA']],
    ['a book of 979', { isbn: '', isbn13: '9791032305690', asin: null }, ['isbn 9791032305690']],
    ['a number that is none', { isbn: '0316129080', isbn13: '0000000000000', asin: 'X' }, []],
  ])('takes the numbers of %s', (_, details, expected) => {
    const { identifiers } = found(withBook({ details }));
    expect(identifiers.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([...expected, 'goodreads 8855321']);
  });

  it('takes numbers that are texts, and none below one', () => {
    const details = { numPages: '592', publicationTime: '1.426896E12' };
    expect(found(withBook({ details }))).toMatchObject({
      pageCount: 592,
      published: { year: 2015, month: 3, day: 20 },
    });
    expect(found(withBook({ details: { numPages: 0 } }))).not.toHaveProperty('pageCount');
    expect(found(withBook({ details: { numPages: -5, publicationTime: -9e15 } }))).not.toHaveProperty('published');
  });

  it('takes its id from where redirects ended', () => {
    const verdict = readBookPage(
      anAnswer(bookPage(LEVIATHAN), { url: 'https://www.goodreads.com/book/isbn/9780316129084' }),
      {},
    );
    expect(verdict).toMatchObject({ kind: 'found', value: { id: '8855321' } });
  });

  it('shows no picture of strangers, nor a stand-in for one', () => {
    for (const imageUrl of [
      'https://evil.test/a.jpg',
      'http://127.0.0.1/a.jpg',
      'data:image/png;base64,xx',
      'javascript:x',
      'https://s.gr-assets.com/assets/nophoto/book/111x148.png',
      'https://media-amazon.com.evil.test/a.jpg',
      'https://user:pass@m.media-amazon.com/a.jpg',
    ])
      expect(found(withBook({ over: { imageUrl } }))).not.toHaveProperty('cover');
  });

  it('survives being cut anywhere', () => {
    const head = `<meta property="og:type" content="books.book"><meta property="og:title" content="Leviathan Wakes">`;
    const page = bookPage(LEVIATHAN, undefined, head);
    for (let end = 0; end < page.length; end += 97) {
      const verdict = read(page.slice(0, end));
      if (verdict.kind === 'found') expect(verdict.value.title).toMatch(/^Leviathan/);
      else expect(verdict.kind).toBe('blocked');
    }
    expect(found(page.slice(0, page.length / 2))).toMatchObject({ title: 'Leviathan Wakes' });
  });
});

describe("a book's page without its data", () => {
  const BOOK = {
    '@type': 'Book',
    name: 'Dombey &amp; Son (Works, #7)',
    image: 'http://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1386922874l/50827._SX98_.jpg',
    bookFormat: 'Mass Market Paperback',
    numberOfPages: '947',
    inLanguage: 'English',
    isbn: '9780140435467',
    author: [{ '@type': 'Person', name: 'Charles  Dickens' }],
    aggregateRating: { '@type': 'AggregateRating', ratingValue: '3.97', ratingCount: '15,2x' },
  };
  const read = (head: string, body = '') => found(plainPage(head, body), '50827');

  it.each([
    ['an object', BOOK],
    ['a list', [{ '@type': 'WebPage' }, BOOK]],
    ['a graph', { '@graph': [{ '@type': 'Person', name: 'x' }, BOOK] }],
    ['of two types', { ...BOOK, '@type': ['Product', 'Book'] }],
    ['with one author', { ...BOOK, author: { name: 'Charles Dickens' } }],
    ['with an author in words', { ...BOOK, author: 'Charles Dickens' }],
  ])('is read by its linked data: %s', (_, thing) => {
    expect(read(linkedData(thing))).toMatchObject({
      id: '50827',
      title: 'Dombey & Son',
      fullTitle: 'Dombey & Son (Works, #7)',
      series: [{ name: 'Works', number: '7' }],
      contributors: [{ name: 'Charles Dickens', role: 'author' }],
      form: 'mass-market',
      pageCount: 947,
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780140435467' },
        { scheme: 'goodreads', value: '50827' },
      ],
      rating: { value: 3.97, best: 5 },
      cover: [
        'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1386922874l/50827.jpg',
        'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1386922874l/50827._SX98_.jpg',
      ],
    });
  });

  it('passes over linked data that is broken or of something else', () => {
    const head = `<script type="application/ld+json">{"@type":"Book","na</script>${linkedData(null)}${linkedData([7, BOOK])}`;
    expect(read(head).title).toBe('Dombey & Son');
  });

  it('is read by its head, whose description is cut', () => {
    const head = `<meta property="og:type" content="books.book"><meta property="og:title" content="Dark Matter">
      <meta property="og:image" content="https://m.media-amazon.com/images/S/compressed.photo.goodreads.com/books/1472119680i/27833670.jpg">
      <meta property="books:isbn" content="9781101904220"><meta property="og:description" content="Are you happy with your li…">`;
    expect(read(head)).toMatchObject({
      title: 'Dark Matter',
      description: '<p>Are you happy with your li…</p>',
      partialDescription: true,
      identifiers: [{ scheme: 'isbn', value: '9781101904220' }, {}],
    });
  });

  it('is read by what is to be seen of it today', () => {
    const body = `<h3><a href="/series/1-x">The Expanse #1</a></h3><h1 data-testid="bookTitle">Leviathan Wakes</h1>
      <div class="BookCover__image"><img class="ResponsiveImage" src="https://m.media-amazon.com/images/S/compressed.photo.goodreads.com/books/1i/2.jpg"></div>
      <div class="ContributorLinksList"><span><a><span class="ContributorLink__name">James S.A. Corey</span></a></span>
      <span><a><span class="ContributorLink__name">Jean  Dupont</span> <span class="ContributorLink__role">(Translator)</span></a></span></div>
      <div class="RatingStatistics__rating">4.30</div><span data-testid="ratingsCount">271,000&nbsp;ratings</span>
      <div data-testid="contentContainer"><span class="Formatted">The <i>whole</i> text.<img src=x onerror=x()></span></div>
      <ul data-testid="genresList"><a>Fiction</a><a>Audiobook</a></ul>
      <p data-testid="pagesFormat">592 pages, Paperback</p><p data-testid="publicationInfo">First published June 10, 2011</p>
      <span class="ContributorLink__name">Somebody Else</span>`;
    expect(read('', body)).toMatchObject({
      title: 'Leviathan Wakes',
      series: [{ name: 'The Expanse', number: '1' }],
      contributors: [
        { name: 'James S.A. Corey', role: 'author' },
        { name: 'Jean Dupont', role: 'translator' },
      ],
      description: 'The <i>whole</i> text.',
      genres: ['Fiction'],
      pageCount: 592,
      form: 'paperback',
      firstPublished: { year: 2011, month: 6, day: 10 },
      rating: { value: 4.3, count: 271000, best: 5 },
      cover: ['https://m.media-amazon.com/images/S/compressed.photo.goodreads.com/books/1i/2.jpg'],
    });
    expect(read('', body)).not.toHaveProperty('published');
  });

  it('is read by what was to be seen of it before', () => {
    const body = `<h1 id="bookTitle">Hyperion</h1><h2 id="bookSeries"><a>(Hyperion Cantos, #1)</a></h2>
      <div id="bookAuthors"><span><div class="authorName__container"><a class="authorName"><span>Dan Simmons</span></a></div>
      <div class="authorName__container"><a class="authorName">Jean Dupont</a> <span class="greyText">(Translator)</span></div></span></div>
      <div id="description"><span id="a">Short…</span><span id="b" style="display:none">The whole long text.</span></div>
      <img id="coverImage" src="https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1405546838l/77566.jpg">
      <div id="details"><div class="row"><span itemprop="bookFormat">Paperback</span>, <span itemprop="numberOfPages">482 pages</span></div>
      <div class="row">Published May 25th 1990 by Spectra <nobr>(first published May 26th 1989)</nobr></div></div>
      <div id="bookDataBox"><div class="clearFloats"><div class="infoBoxRowTitle">ISBN</div><div class="infoBoxRowItem">0553283685
      <span>(ISBN13: <span>9780553283686</span>)</span></div></div>
      <div class="clearFloats"><div class="infoBoxRowTitle">Edition Language</div><div class="infoBoxRowItem">English</div></div></div>
      <span itemprop="ratingValue"> 4.25 </span><meta itemprop="ratingCount" content="163,424">`;
    expect(read('', body)).toMatchObject({
      title: 'Hyperion',
      series: [{ name: 'Hyperion Cantos', number: '1' }],
      contributors: [
        { name: 'Dan Simmons', role: 'author' },
        { name: 'Jean Dupont', role: 'translator' },
      ],
      description: '<p>The whole long text.</p>',
      form: 'paperback',
      pageCount: 482,
      published: { year: 1990, month: 5, day: 25 },
      firstPublished: { year: 1989, month: 5, day: 26 },
      language: 'en',
      identifiers: [{ scheme: 'isbn', value: '9780553283686' }, {}],
      rating: { value: 4.25, count: 163424, best: 5 },
    });
  });

  it('that is another page than a book says nothing', () => {
    const home = plainPage(
      '<meta property="og:title" content="Goodreads"><meta property="og:type" content="website"><title>Goodreads</title>',
    );
    expect(readBookPage(anAnswer(home, { url: URL_OF('1') }), {}).kind).toBe('blocked');
  });
});

describe('a refusal of Goodreads', () => {
  it.each([
    ['a challenge', '', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }],
    ['a challenge with a page', FENCE_PAGE, { status: 202 }],
    ['a captcha', '', { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }],
    ['a fence that says it went well', FENCE_PAGE, {}],
    ['an empty answer', '', {}],
    ['a page that is put off', bookPage(LEVIATHAN), { status: 202, url: URL_OF(LEVIATHAN.id) }],
    ['forbidden', 'x', { status: 403 }],
    ['a sign-in', bookPage(LEVIATHAN), { url: 'https://www.goodreads.com/user/sign_in?returnurl=x' }],
  ])('is known: %s', (_, body, over) => {
    expect(readBookPage(anAnswer(body, { url: URL_OF('1'), ...over }), {}).kind).toBe('blocked');
  });

  it('is not the script of the fence, which every page has', () => {
    expect(bookPage(LEVIATHAN)).toContain('challenge.js');
    expect(found(bookPage(LEVIATHAN)).title).toBe('Leviathan Wakes');
  });

  it.each([
    ['too slow', 'Goodreads request took too long', 200, 'outage'],
    ['broken', 'x', 504, 'outage'],
    ['no such page', '<html><head><title>Page not found</title></head>', 200, 'not-found'],
    ['no such book', 'x', 404, 'not-found'],
  ])('is not %s', (_, body, status, kind) => {
    expect(readBookPage(anAnswer(body, { url: URL_OF('1'), status }), {}).kind).toBe(kind);
  });
});
