/** A book as the builders of pages need it. */
export interface PageBook {
  id: string;
  title: string;
  /** As in "The Expanse, #1". */
  series?: string;
  author: string;
  details?: Record<string, unknown>;
  work?: Record<string, unknown>;
  over?: Record<string, unknown>;
}

export const LEVIATHAN: PageBook = {
  id: '8855321',
  title: 'Leviathan Wakes',
  series: 'The Expanse, #1',
  author: 'James S.A. Corey',
};

const fullTitle = ({ title, series }: PageBook) => (series ? `${title} (${series})` : title);

/** The data a book's page carries, with stubs of other books before and behind it. */
export function apolloState(book: PageBook): Record<string, unknown> {
  const [seriesName, position] = (book.series ?? '').split(', #');
  return {
    'Book:kca://book/stub1': { __typename: 'Book', legacyId: 1, title: 'A Stub' },
    ROOT_QUERY: {
      __typename: 'Query',
      [`getBookByLegacyId({"legacyId":"${book.id}"})`]: { __ref: 'Book:kca://book/own' },
      'getSocialSignals({"bookId":"kca://book/own"})': [],
    },
    'Book:kca://book/own': {
      __typename: 'Book',
      legacyId: Number(book.id),
      webUrl: `https://www.goodreads.com/book/show/${book.id}-slug`,
      title: book.title,
      titleComplete: fullTitle(book),
      description:
        'Humanity has colonized the solar system.<br /><br /><b>Mars</b>, the Moon &amp; the Belt.<script>x()</script>',
      'description({"stripped":true})': 'Humanity has colonized the solar system.',
      imageUrl: 'https://m.media-amazon.com/images/S/compressed.photo.goodreads.com/books/1411013975i/8855321.jpg',
      primaryContributorEdge: { node: { __ref: 'Contributor:1' }, role: 'Author' },
      secondaryContributorEdges: [
        { node: { __ref: 'Contributor:2' }, role: 'Narrator' },
        { node: { __ref: 'Contributor:nameless' }, role: 'Author' },
        { node: { __ref: 'Contributor:missing' }, role: 'Author' },
      ],
      bookSeries: seriesName ? [{ userPosition: position ?? '', series: { __ref: 'Series:1' } }] : [],
      bookGenres: [
        'Science Fiction',
        'Fiction',
        'Audiobook',
        'Space Opera',
        'Adult',
        'Young Adult',
        '2011',
        'Science Fiction Fantasy',
        'Kindle',
        'Aliens',
      ].map((name) => ({ genre: { name } })),
      details: {
        format: 'Paperback',
        numPages: 592,
        publicationTime: 1308121200000,
        publisher: 'Orbit',
        isbn: '0316129089',
        isbn13: '9780316129084',
        asin: '0316129089',
        language: { name: 'English' },
        ...book.details,
      },
      work: { __ref: 'Work:1' },
      ...book.over,
    },
    'Contributor:1': { name: book.author, legacyId: 4192148 },
    'Contributor:2': { name: 'Jefferson  Mays' },
    'Contributor:nameless': { __typename: 'Contributor' },
    'Series:1': { title: seriesName, webUrl: 'https://www.goodreads.com/series/56399-the-expanse' },
    'Work:1': {
      stats: { averageRating: 4.3, ratingsCount: 271000, textReviewsCount: 17000 },
      details: { originalTitle: book.title, publicationTime: 1307689200000 },
      ...book.work,
    },
    'Book:kca://book/stub2': {
      __typename: 'Book',
      legacyId: 2,
      title: 'Another Stub',
      imageUrl: 'https://x.test/a.jpg',
    },
  };
}

/** A book's page with this data; also with the script that every page has. */
export function bookPage(book: PageBook, state: unknown = apolloState(book), head = ''): string {
  const data = { props: { pageProps: { params: { book_id: book.id }, apolloState: state, jwtToken: 'secret' } } };
  return `<!DOCTYPE html><html><head>${head}
    <script src="https://x.sdk.awswaf.com/x/challenge.js"></script></head><body><main>page</main>
    <script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></body></html>`;
}

/** A page without data of its own, as seen by programs of search engines. */
export const linkedData = (thing: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(thing).replaceAll('<', '\\u003c')}</script>`;

export const plainPage = (head: string, body = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

/** An entry of what is proposed while somebody types. */
export function proposalOf(book: PageBook, over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    imageUrl: 'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1411013975l/8855321._SX50_.jpg',
    bookId: book.id,
    workId: '13730452',
    bookUrl: `/book/show/${book.id}-slug`,
    from_search: true,
    title: fullTitle(book),
    bookTitleBare: book.title,
    numPages: 592,
    avgRating: '4.30',
    ratingsCount: 271000,
    author: { id: 1, name: book.author, profileUrl: 'https://www.goodreads.com/author/show/1' },
    kcrPreviewUrl: 'https://read.amazon.com/B004B1XAAA',
    description: { html: 'Humanity has colonized the solar', truncated: true, fullContentUrl: 'x' },
    rank: 1,
    ...over,
  };
}

/** A row of the search page as it was. */
export function tableRow(book: PageBook, extra = ''): string {
  return `<tr itemscope itemtype="http://schema.org/Book"><td>
    <a href="/book/show/${book.id}-slug"><img class="bookCover" src="https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1411013975l/${book.id}._SY75_.jpg"></a></td><td>
    <a class="bookTitle" href="/book/show/${book.id}-slug?from_search=true"><span itemprop="name">${fullTitle(book)}</span></a>
    <a class="authorName" href="/author/show/1"><span itemprop="name">${book.author}</span></a>${extra}
    <span class="greyText smallText uitext"><span class="minirating">really liked it 4.30 avg rating &mdash; 271,000 ratings</span>
    &mdash; published 2011 &mdash; <a class="greyText">81 editions</a></span></td></tr>`;
}

export const searchTable = (...rows: string[]) =>
  plainPage('<title>Search results</title>', `<table class="tableList">${rows.join('')}</table>`);

const itemContent = (book: PageBook) => `<div class="Book__content" data-testid="book-item-content">
  ${book.series ? `<span data-testid="book-item-series"><a href="/series/1">${book.series.replace(', #', ' (Series #')})</a></span>` : ''}
  <span data-testid="book-item-title"><a href="/book/show/${book.id}">${book.title}</a></span>
  <span data-testid="book-item-contributors"><a><span data-testid="name">${book.author}</span></a></span>
  <span data-testid="book-item-publication-year">Published 2011</span></div>`;

const listItem = (content: string, key: string) => `<li><div class="Book" data-testid="book-item-kca://book/${key}">
  <div class="Book__cover"><img src="https://m.media-amazon.com/images/S/compressed.photo.goodreads.com/books/1411013975i/${key}._SX98_.jpg"></div>
  <div class="Book__details">${content}</div></div></li>`;

/** The search page of 2026: everything twice; `late` follows behind in hidden parts. */
export function searchList(books: readonly PageBook[], late: readonly PageBook[] = []): string {
  const list = (side: string) => `<ul class="Books" data-testid="book-list-item" role="list">
    ${books.map((book) => listItem(itemContent(book), book.id)).join('')}
    ${late.map((book, at) => listItem(`<template id="P:${side}${at}"></template>`, book.id)).join('')}</ul>`;
  const parts = ['a', 'b'].flatMap((side) =>
    late.map((book, at) => `<div hidden id="S:${side}${at}">${itemContent(book)}</div>`),
  );
  return plainPage(
    '<script src="https://x.sdk.awswaf.com/challenge.js"></script>',
    `${list('a')}${list('b')}${parts.join('')}`,
  );
}

/** What stands where Goodreads wants to see a browser at work. */
export const FENCE_PAGE = `<html><head><script>window.awsWafCookieDomainList = []; window.gokuProps = {};</script>
  <script src="https://x.token.awswaf.com/challenge.js"></script></head><body><div id="challenge-container"></div></body></html>`;
