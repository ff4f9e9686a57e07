import { titleLine, type ShopBook } from '../books/shop-book.js';
import { escaped, inScript, plainParagraphs } from '../markup.js';
import type { Manners } from '../manners.js';
import { brokenLines, formatOf, peopleOf, shelvesOf, shownKind } from './edition-facts.js';
import { bookPath, pictureUrl, wholeTitle } from './goodreads-ids.js';
import { pageData } from './page-data.js';
import { languageName, longDate, writtenNumber } from '../written.js';
import { goodreadsPage } from './page-frame.js';

/** A book's page as it is since 2022: what is to be seen, what search engines are told, and data behind both. */
export function bookPage(book: ShopBook, id: string, url: string, manners: Manners): string {
  const { pageData: hasData = true } = manners;
  const data = hasData ? dataScript(pageData(id, book, url)) : '';
  const title = `${wholeTitle(titleLine(book), book)} by ${book.authors.join(', ')} | Goodreads`;
  return goodreadsPage(title, headOf(book, url), `<main class="BookPage">${seen(book, url)}</main>${data}`, manners);
}

/** Where there is no such book, the data point at nothing. */
export function emptyBookPage(id: string, url: string, manners: Manners): string {
  return goodreadsPage('Goodreads', '', dataScript(pageData(id, undefined, url)), manners);
}

function dataScript(data: unknown): string {
  return `<script id="__NEXT_DATA__" type="application/json">${inScript(data)}</script>`;
}

function headOf(book: ShopBook, url: string): string {
  const cut = plainParagraphs(book.description).slice(0, 60);
  const meta = [
    ['og:type', 'books.book'],
    ['og:title', titleLine(book)],
    ['og:url', `${url}${bookPath(book)}`],
    ['og:image', pictureUrl(url, book)],
    ['og:description', `${cut}…`],
    ...(shownKind(book) === 'print' ? [['books:isbn', book.isbn13]] : []),
  ];
  const tags = meta.map(([name, value]) => `<meta property="${name}" content="${escaped(value ?? '')}">`);
  return `<link rel="canonical" href="${url}${bookPath(book)}">${tags.join('')}<script type="application/ld+json">${inScript(linkedData(book, url))}</script>`;
}

/** Its texts are escaped once, and it knows neither publisher nor series. */
function linkedData(book: ShopBook, url: string) {
  const { rating } = book;
  return {
    '@context': 'https://schema.org',
    '@type': 'Book',
    name: escaped(titleLine(book)),
    image: pictureUrl(url, book),
    bookFormat: formatOf(book),
    numberOfPages: book.pages,
    inLanguage: languageName(book.language),
    ...(shownKind(book) === 'print' && { isbn: book.isbn13 }),
    author: book.authors.map((name) => ({ '@type': 'Person', name: escaped(name), url: `${url}/author/show/1000` })),
    ...(rating && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: rating.value, ratingCount: rating.count },
    }),
  };
}

function seen(book: ShopBook, url: string): string {
  const [series] = book.series;
  const people = peopleOf(book).map(
    ({ name, role }) =>
      `<a class="ContributorLink" href="${url}/author/show/1000"><span class="ContributorLink__name" data-testid="name">${escaped(name)}</span>${role === 'Author' ? '' : `<span class="ContributorLink__role" data-testid="role"> (${role})</span>`}</a>`,
  );
  const shelves = shelvesOf(book).map(
    (name) =>
      `<span class="BookPageMetadataSection__genreButton"><a class="Button" href="${url}/genres/x">${escaped(name)}</a></span>`,
  );
  return `<div class="BookCover__image"><img class="ResponsiveImage" role="presentation" src="${pictureUrl(url, book)}" alt=""></div>
${series ? `<h3 class="Text__italic"><a href="${url}/series/56000">${escaped(series.name)}${series.number ? ` #${series.number}` : ''}</a></h3>` : ''}
<h1 data-testid="bookTitle" class="Text__title1">${escaped(titleLine(book))}</h1><div class="ContributorLinksList">${people.join(', ')}</div>
${starsOf(book)}<div data-testid="description"><div data-testid="contentContainer"><span class="Formatted">${brokenLines(book.description)}</span></div></div>
<ul data-testid="genresList"><span>Genres</span>${shelves.join('')}</ul>
<p data-testid="pagesFormat">${book.pages ? `${book.pages} pages, ` : ''}${formatOf(book)}</p><p data-testid="publicationInfo">First published ${longDate(book.firstPublished ?? book.published)}</p>`;
}

function starsOf({ rating }: ShopBook): string {
  if (!rating) return '';
  const count = writtenNumber(rating.count);
  return `<div class="RatingStatistics"><div class="RatingStatistics__rating" aria-hidden="true">${rating.value.toFixed(2)}</div><span data-testid="ratingsCount">${count} ratings</span></div>`;
}
