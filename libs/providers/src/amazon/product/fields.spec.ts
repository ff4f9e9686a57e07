import { bookOn } from '../testing/ask-amazon.js';
import { BOOK_PAGES } from '../testing/book-pages.js';
import { shopPage } from '../testing/page-parts.js';

const { desktop, kindle, listOnly, desktop2016, audiobook } = BOOK_PAGES;

describe('numbers', () => {
  it('are known by their digits, not by their labels', () => {
    const page = desktop({ asin: 'B0PRINTED1', isbn10: '9781849757096', isbn13: '8601234653110' });
    expect(bookOn(page).identifiers).toEqual([
      { scheme: 'asin', value: 'B0PRINTED1' },
      { scheme: 'isbn', value: '9781849757096' },
    ]);
  });

  it('of other goods are no ISBN, wherever they stand', () => {
    const page = desktop2016({ isbn13: '8601234653110' }).replace('<title>', '<title>8601234653110: ');
    expect(bookOn(page).identifiers).toEqual([{ scheme: 'isbn', value: '9780441478125' }]);
  });

  it('of the print on a Kindle page are of another edition', () => {
    expect(bookOn(kindle())).toMatchObject({
      identifiers: [{ scheme: 'asin', value: 'B0KINDLE01' }],
      otherEditions: [{ scheme: 'isbn', value: '9780441478125' }],
    });
  });

  it('that disagree: the product’s own counts', () => {
    const page = desktop({ isbn13: '9780553283686' });
    expect(bookOn(page).identifiers).toEqual([{ scheme: 'isbn', value: '9780441478125' }]);
    expect(bookOn(page).otherEditions).toContainEqual({ scheme: 'isbn', value: '9780553283686' });
  });

  it.each([
    ['an input', '<input name="asin.0" value="b0input001">', 'B0INPUT001'],
    [
      'the canonical link',
      '<link rel="canonical" href="https://www.amazon.com/Lantern/dp/B0CANON001?x=1">',
      'B0CANON001',
    ],
    ['the stars', '<div id="averageCustomerReviews" data-asin="B0STARS001"></div>', 'B0STARS001'],
    ['nothing but the question', '', '0441478123'],
  ])('of the product stand in %s', (_, markup, id) => {
    const page = desktop2016()
      .replace(/<link[^>]*>/, '')
      .replace(/<div id="averageCustomerReviews".*?<\/div>/s, '');
    expect(bookOn(shopPage(markup + page)).id).toBe(id);
  });
});

describe('stars', () => {
  const own = (markup: string) => bookOn(shopPage(markup + listOnly({ stars: undefined }))).rating;

  it.each([
    ['4.4 out of 5 stars', '21,200 ratings', 4.4, 21_200],
    ['4,4 von 5 Sternen', '1.010 Sternebewertungen', 4.4, 1010],
    ['5つ星のうち4.4', '(226)', 4.4, 226],
    ['5.0 out of 5 stars', '1 rating', 5, 1],
    ['4,7 sur 5', '12\u202f345 évaluations', 4.7, 12_345],
    ['4.1 out of 5 stars', '', 4.1, undefined],
  ])('"%s" and "%s" are %s of %s', (stars, ratings, value, count) => {
    expect(bookOn(listOnly({ stars, ratings })).rating).toEqual({
      value,
      best: 5,
      ...(count !== undefined && { count }),
    });
  });

  it.each([
    [
      'of another product',
      '<div id="averageCustomerReviews" data-asin="B0OTHER001"><span id="acrPopover" title="4.9 out of 5 stars"></span></div>',
    ],
    ['in a carousel', '<div class="a-carousel"><span id="acrPopover" title="4.9 out of 5 stars"></span></div>'],
    ['that are a price', '<span id="acrPopover" title="9.99"></span>'],
    ['of none', '<span id="acrPopover" title="0 out of 5 stars"></span>'],
    [
      'in an old box of another',
      '<span class="asinReviewsSummary" name="B0OTHER001"><span title="4.9 out of 5 stars"></span></span>',
    ],
  ])('%s are none', (_, markup) => expect(own(markup)).toBeUndefined());
});

describe('a description', () => {
  const blurb = '<p>A keeper lights the coast.</p>';
  const bare = desktop2016().replace(/<div id="bookDescription_feature_div">.*?<\/noscript>/s, '<div>');
  const read = (markup: string) => bookOn(shopPage(markup + bare)).description;
  const encoded = encodeURIComponent(`<div class="productDescriptionWrapper">${blurb}</div>`);

  it.each([
    ['today', `<div id="drengr_desktopTabbedDescriptionOverviewContent_feature_div">${blurb}</div>`],
    ['today, spelt otherwise', `<div id="drengr_DesktopTabbedDescriptionOverviewContent_feature_div">${blurb}</div>`],
    ['on a phone', `<div id="drengr_MobileTabbedDescriptionOverviewContent_feature_div">${blurb}</div>`],
    [
      'behind empty places',
      `<div id="drengr_desktopTabbedDescriptionOverviewContent_feature_div"> <script>x()</script></div><div id="bookDescription_feature_div"><div class="a-expander-content">${blurb}</div></div>`,
    ],
    [
      'in an expander anywhere',
      `<div data-a-expander-name="book_description_expander"><div class="a-expander-content">${blurb}</div></div>`,
    ],
    ['without scripts', `<div id="bookDescription_feature_div"><noscript>${blurb}</noscript></div>`],
    [
      'without scripts, escaped',
      '<div id="bookDescription_feature_div"><noscript>&lt;p&gt;A keeper lights the coast.&lt;/p&gt;</noscript></div>',
    ],
    ['of an audiobook', `<div id="audible_desktopTabbedDescriptionOverviewContent_feature_div">${blurb}</div>`],
    ['in 2011', `<div id="postBodyPS">${blurb}</div>`],
    ['in a script', `<script>var iframeContent = "${encoded}";</script>`],
    ['in another script', `<script>bookDescEncodedData = "${encoded}",</script>`],
    [
      'behind reviews',
      `<div id="productDescription"><h3>From Booklist</h3><div class="productDescriptionWrapper">Fine.</div><h3>From the Back Cover</h3><div class="productDescriptionWrapper">${blurb}</div></div>`,
    ],
  ])('is found where it stands %s', (_, markup) => expect(read(markup)).toBe(blurb));

  it.each([
    ['reviews', '<div id="productDescription"><h3>Review</h3><div class="productDescriptionWrapper">Fine.</div></div>'],
    [
      'editorials',
      '<div id="editorialReviews_feature_div">Fine.</div><div id="drengr_desktopTabbedDescriptionEditorialsContent_feature_div">Fine.</div>',
    ],
    ['the title again', '<div id="postBodyPS">The Lantern Coast</div>'],
  ])('is not %s', (_, markup) => expect(read(markup)).toBeUndefined());

  it('has none of what opens it and announces it', () => {
    const around = `<h2>About this title</h2>${blurb}<a href="#"><span>Read more</span></a><span>Mehr lesen</span>`;
    expect(read(`<div id="postBodyPS">${around}</div>`)).toBe(blurb);
  });

  it('reads Latin-1 that a script has percent-encoded', () => {
    expect(read('<script>var iframeContent = "%3Cp%3ECaf%E9 au lait%3C/p%3E";</script>')).toBe('<p>Café au lait</p>');
  });
});

describe('people', () => {
  it('whose name a card repeats are there once', () => {
    expect(bookOn(desktop()).contributors.filter(({ name }) => name === 'Mira Valdane')).toHaveLength(1);
  });

  it('are not the links of the card over their name, wherever it stands', () => {
    const box =
      '<div id="bylineInfo"><span class="author"><div class="a-popover-preload"><a href="/e/B1">All books of Mira</a></div><a href="/e/B1">Mira Valdane</a></span></div>';
    const page = desktop().replace(/<div id="bylineInfo_feature_div">.*?<span>& 1 more<\/span><\/div><\/div>/s, box);
    expect(bookOn(page).contributors).toEqual([{ name: 'Mira Valdane', role: 'author' }]);
  });

  it('with two roles are there in both, and editors stay editors', () => {
    const page = desktop({
      people: [
        ['Mira Valdane', '(Author, Illustrator)'],
        ['Ute Kranz', '(Editor)'],
      ],
    });
    expect(bookOn(page).contributors).toEqual([
      { name: 'Mira Valdane', role: 'author' },
      { name: 'Mira Valdane', role: 'illustrator' },
      { name: 'Ute Kranz', role: 'editor' },
    ]);
  });

  it('who read an audiobook are named even where only its details do', () => {
    const page = audiobook().replace(/<div id="bylineInfo_feature_div">.*?<\/div><\/div>/s, '');
    expect(bookOn(page).contributors).toEqual([
      { name: 'Mira Valdane', role: 'author' },
      { name: 'Tessa Roan', role: 'narrator' },
    ]);
  });
});

describe('a series', () => {
  const only = (markup: string, title = 'The Lantern Coast') =>
    bookOn(shopPage(markup + desktop2016({ title, series: undefined }))).series;

  it.each([
    [
      'a line under the title',
      '<div id="seriesBulletWidget_feature_div"><a href="/dp/B0S">Book 2 of 5: Saltlight</a></div>',
    ],
    ['a widget', '<div data-feature-name="seriesTitle"><a href="/dp/B0S">Book 2 of 5: Saltlight</a></div>'],
    [
      'a detail',
      '<div id="detailBullets_feature_div"><ul><li><span class="a-text-bold">Book 2 of 5 :</span> <span>Saltlight</span></li></ul></div>',
    ],
    ['an old page', '<div id="aboutEbooksSection"><span>Book 2 of 5 in Saltlight</span></div>'],
    [
      'a card',
      '<div id="rpi-attribute-book_details-series"><div class="rpi-attribute-label">Book 2 of 5</div><div class="rpi-attribute-value"><a>Saltlight Series</a></div></div>',
    ],
  ])('stands in %s', (_, markup) => expect(only(markup)).toEqual([{ name: 'Saltlight', number: '2', total: 5 }]));

  it('has its number from the title where the page has only its name', () => {
    const link = '<a id="series-page-link" href="/dp/B0S">Saltlight (5 book series)</a>';
    expect(only(link, 'The Lantern Coast (Saltlight, 2)')).toEqual([{ name: 'Saltlight', number: '2', total: 5 }]);
    expect(only(link, 'The Lantern Coast (Other, 2)')).toEqual([{ name: 'Saltlight', total: 5 }]);
  });

  it('is none where a bracket has no number', () => {
    expect(only('', 'The Lantern Coast (Quay Classics)')).toEqual([]);
  });
});

describe('a publisher', () => {
  it.each([
    ['Quay; 1st edition (April 22, 2008)', 'Quay'],
    ['Quay (7 April 2016)', 'Quay'],
    ['Quay (UK)', 'Quay (UK)'],
    ['講談社 (2008/4/22)', '講談社'],
    ['Quay', 'Quay'],
    ['Unknown', undefined],
  ])('"%s" is %s', (publisher, expected) => {
    expect(bookOn(desktop2016({ publisher })).publisher).toBe(expected);
  });
});

describe('lengths', () => {
  it.each([
    ['592 pages', 592],
    ['1,024 pages', 1024],
    ['1.024 Seiten', 1024],
    ['312ページ', 312],
    ['0 pages', undefined],
    ['pages', undefined],
    ['999999 pages', undefined],
  ])('"%s" are %s', (pages, count) => expect(bookOn(desktop2016({ pages })).pageCount).toBe(count));

  it('of books it is compared with are not the book’s', () => {
    const other = '<div id="comparison"><ul id="productDetails_x"><li><b>Print length:</b> 77 pages</li></ul></div>';
    const table =
      '<div class="a-carousel"><table id="productDetails_y"><tr><th>Print length</th><td>78 pages</td></tr></table></div>';
    expect(bookOn(shopPage(other + table + desktop2016({ pages: '' }))).pageCount).toBeUndefined();
  });

  it.each([
    ['17 hours and 4 minutes', 61_440],
    ['17 Stunden und 4 Minuten', 61_440],
    ['17時間4分', 61_440],
    ['45 minutes', 2700],
    ['3 heures', 10_800],
    ['long', undefined],
  ])('to listen to "%s" are %s seconds', (length, seconds) => {
    expect(bookOn(audiobook().replaceAll('17 hours and 4 minutes', length)).durationSec).toBe(seconds);
  });
});
