import { titleLine, type ShopBook } from '../books/shop-book.js';
import { escaped } from '../markup.js';
import { writtenNumber } from '../written.js';
import type { Manners } from '../manners.js';
import { bookPath, goodreadsId, pictureUrl, wholeTitle } from './goodreads-ids.js';
import { goodreadsPage } from './page-frame.js';

const PER_PAGE = 20;
/** So many come with the page; the others are sent behind it. */
const AT_ONCE = 2;

/** Results in the layout that the manners name. */
export function searchPage(wanted: string, books: readonly ShopBook[], url: string, manners: Manners): string {
  const shown = books.slice(0, PER_PAGE);
  const results = manners.results === 'list' ? list(shown, url) : table(shown, url, wanted);
  return goodreadsPage('Search results for "x" | Goodreads', '', results, manners);
}

function table(books: readonly ShopBook[], url: string, wanted: string): string {
  const tabs = '<div class="searchSubNavContainer"><a class="selectedTab">Books</a><a>Groups</a></div>';
  if (books.length === 0) return `${tabs}<h3 class="searchSubNavContainer">No results.</h3>`;
  return `${tabs}<h3>Page 1 of about ${books.length} results for ${escaped(wanted)}</h3><table cellspacing="0" class="tableList">${books.map((book) => row(book, url)).join('')}</table>`;
}

function row(book: ShopBook, url: string): string {
  const authors = book.authors.map(
    (name) =>
      `<div class="authorName__container"><a class="authorName" itemprop="url" href="/author/show/1000"><span itemprop="name">${escaped(name)}</span></a></div>`,
  );
  const { value = 0, count = 0 } = book.rating ?? {};
  return `<tr itemscope itemtype="http://schema.org/Book"><td width="5%"><a title="${escaped(book.title)}" href="${bookPath(book)}?from_search=true"><img class="bookCover" itemprop="image" src="${pictureUrl(url, book, '_SY75_')}"></a></td>
<td width="100%"><a class="bookTitle" itemprop="url" href="${bookPath(book)}?from_search=true&amp;rank=1"><span itemprop="name" role="heading">${escaped(wholeTitle(titleLine(book), book))}</span></a><br><span class="by">by</span> ${authors.join(', ')}
<div><span class="greyText smallText uitext"><span class="minirating"><span class="stars staticStars"></span> ${value > 4 ? 'really liked it ' : ''}${value.toFixed(2)} avg rating — ${writtenNumber(count)} rating${count === 1 ? '' : 's'}</span> — published ${book.published.slice(0, 4)} — <a class="greyText" href="/work/editions/1">30 editions</a></span></div></td></tr>`;
}

/** Written twice, for narrow and for wide windows; what comes late is marked and sent in hidden parts behind it. */
function list(books: readonly ShopBook[], url: string): string {
  if (books.length === 0) return '<p data-testid="no-results">No results</p>';
  const sides = ['1', '2'];
  const isLate = (at: number) => at >= AT_ONCE;
  const lists = sides.map((side) => {
    const items = books.map((book, at) =>
      item(book, url, isLate(at) ? `<template id="P:${side}${at}"></template>` : content(book)),
    );
    return `<ul class="BookList" data-testid="book-list-item" role="list">${items.join('')}</ul>`;
  });
  const late = sides.flatMap((side) =>
    books.map((book, at) => (isLate(at) ? `<div hidden id="S:${side}${at}">${content(book)}</div>` : '')),
  );
  return `${lists.join('')}${late.join('')}`;
}

function item(book: ShopBook, url: string, inside: string): string {
  return `<li><div class="Book" data-testid="book-item-kca://book/${goodreadsId(book)}"><div class="Book__cover"><img class="ResponsiveImage" src="${pictureUrl(url, book, '_SX98_')}"></div><div class="Book__details">${inside}</div></div></li>`;
}

function content(book: ShopBook): string {
  const series = book.series.map(
    ({ name, number }) =>
      `<span data-testid="book-item-series"><a href="/series/56000">${escaped(name)}${number ? ` (Series #${number})` : ''}</a></span>`,
  );
  const names = book.authors.map(
    (name) => `<a href="/author/show/1000"><span data-testid="name">${escaped(name)}</span></a>`,
  );
  return `<div class="Book__content" data-testid="book-item-content">${series.join('')}<span data-testid="book-item-title"><a href="/book/show/${goodreadsId(book)}">${escaped(titleLine(book))}</a></span>
<span data-testid="book-item-contributors">${names.join(', ')}</span><span data-testid="book-item-publication-year">Published ${book.published.slice(0, 4)}</span></div>`;
}
