import { isbn10Of } from '@octavo/domain';
import { titleLine, type ShopBook } from '../books/shop-book.js';
import { plainParagraphs } from '../markup.js';
import { languageName } from '../written.js';
import { brokenLines, formatOf, peopleOf, shelvesOf, shownKind } from './edition-facts.js';
import { bookPath, goodreadsId, pictureUrl, wholeTitle } from './goodreads-ids.js';
import { pacificMidnight } from './pacific-midnight.js';

const OWN = 'Book:kca://book/amzn1.gr.book.v1.own';
const reference = (key: string) => ({ __ref: key });
const stub = (legacyId: number, title: string) => ({ __typename: 'Book', legacyId, title });

/**
 * The data in a book's page: the book, what it refers to, and parts of other books before and behind it. Without a book
 * the question for `id` points at nothing.
 */
export function pageData(id: string, book: ShopBook | undefined, url: string): unknown {
  const pointer = book ? reference(OWN) : null;
  const apolloState = {
    'Book:kca://book/amzn1.gr.book.v1.before': stub(1, 'Somebody Else’s Book'),
    ROOT_QUERY: {
      __typename: 'Query',
      getSiteHeaderBanner: null,
      [`getBookByLegacyId({"legacyId":"${id}"})`]: pointer,
      'getSocialSignals({"bookId":"kca://book/amzn1.gr.book.v1.own"})': [],
    },
    ...(book && ownEntities(book, url)),
    'Book:kca://book/amzn1.gr.book.v1.behind': stub(2, 'A Book That Readers Also Enjoyed'),
  };
  const params = { book_id: book ? bookPath(book).split('/').at(-1) : id };
  return {
    props: { pageProps: { params, query: params, apolloState, jwtToken: 'not-for-logs' } },
    page: '/book/show/[book_id]',
  };
}

function ownEntities(book: ShopBook, url: string): Record<string, unknown> {
  const people = peopleOf(book);
  const contributors = people.map(({ name }, at) => [`Contributor:kca://author/${at}`, contributor(name, at, url)]);
  const series = book.series.map(({ name }, at) => [
    `Series:kca://series/${at}`,
    { __typename: 'Series', title: name, webUrl: `${url}/series/${56_000 + at}` },
  ]);
  return {
    [OWN]: bookEntity(book, url),
    ...Object.fromEntries(contributors),
    // Somebody who wrote a review.
    'Contributor:kca://author/reviewer': { __typename: 'Contributor' },
    ...Object.fromEntries(series),
    'Work:kca://work/own': workEntity(book, url),
  };
}

function contributor(name: string, at: number, url: string) {
  return { __typename: 'Contributor', legacyId: 1000 + at, name, webUrl: `${url}/author/show/${1000 + at}` };
}

function bookEntity(book: ShopBook, url: string) {
  const bare = titleLine(book);
  const edges = peopleOf(book).map(({ role }, at) => ({
    __typename: 'BookContributorEdge',
    node: reference(`Contributor:kca://author/${at}`),
    role,
  }));
  return {
    __typename: 'Book',
    id: OWN.slice('Book:'.length),
    legacyId: Number(goodreadsId(book)),
    webUrl: `${url}${bookPath(book)}`,
    title: bare,
    titleComplete: wholeTitle(bare, book),
    description: brokenLines(book.description),
    'description({"stripped":true})': plainParagraphs(book.description),
    imageUrl: pictureUrl(url, book),
    primaryContributorEdge: edges[0] ?? null,
    secondaryContributorEdges: [
      ...edges.slice(1),
      { node: reference('Contributor:kca://author/reviewer'), role: 'Author' },
    ],
    bookSeries: book.series.map(({ number }, at) => ({
      userPosition: number ?? '',
      series: reference(`Series:kca://series/${at}`),
    })),
    bookGenres: shelvesOf(book).map((name) => ({ __typename: 'BookGenre', genre: { __typename: 'Genre', name } })),
    details: detailsOf(book),
    work: reference('Work:kca://work/own'),
  };
}

/** What a page does not know is null, or a text that says so. A printed book's ASIN is its ISBN-10. */
function detailsOf(book: ShopBook) {
  const isPrint = shownKind(book) === 'print';
  const ten = isPrint && book.isbn13 ? (isbn10Of(book.isbn13) ?? null) : null;
  return {
    __typename: 'BookDetails',
    format: formatOf(book),
    numPages: shownKind(book) === 'audio' ? null : (book.pages ?? null),
    publicationTime: pacificMidnight(book.published),
    publisher: book.publisher,
    isbn: ten,
    isbn13: isPrint ? book.isbn13 : 'null',
    asin: isPrint ? (ten ?? '') : (book.kindleAsin ?? book.audioAsin),
    language: { __typename: 'Language', name: languageName(book.language) },
  };
}

function workEntity({ firstPublished, published, rating, title }: ShopBook, url: string) {
  return {
    __typename: 'Work',
    legacyId: 13_730_452,
    bestBook: reference(OWN),
    stats: {
      averageRating: rating?.value ?? 0,
      ratingsCount: rating?.count ?? 0,
      textReviewsCount: Math.floor((rating?.count ?? 0) / 20),
    },
    details: {
      originalTitle: title,
      publicationTime: pacificMidnight(firstPublished ?? published),
      webUrl: `${url}/work/13730452`,
    },
  };
}
