import { editionsOf, type Edition } from '../books/editions.js';
import type { ShopBook } from '../books/shop-book.js';
import { isStudyGuide } from '../books/study-guide.js';
import { escaped } from '../markup.js';
import type { Manners } from '../manners.js';
import { adsFor, mugId, type AdMark } from './other-products.js';
import { shopPage } from './page-frame.js';
import { pictureUrl } from './picture-urls.js';
import { bindingOf, productLink, shopTitle } from './product-parts.js';
import { wordsOf } from './words/markets.js';
import { longDate, writtenNumber } from '../written.js';
import type { ShopWords } from './words/shop-words.js';

/** A list of results, in the manner of today's pages. */
export interface ResultList {
  wanted: string;
  editions: readonly Edition[];
  url: string;
  manners: Manners;
}

const PER_PAGE = 16;

/** With clutter, what nobody looked for stands before what is looked for, as it does. */
export function searchPage(list: ResultList): string {
  const { wanted, editions, manners } = list;
  const words = wordsOf(manners);
  const cards = editions.slice(0, PER_PAGE).map((edition) => card(edition, { list, words }));
  const first = editions.find(({ book }) => !isStudyGuide(book));
  const clutter = manners.clutter && first ? clutterFor(first.book, { list, words }) : '';
  const banner =
    '<div data-asin="" data-index="0" data-component-type="s-messaging-widget-results-header" class="s-result-item"><h2>Results</h2></div>';
  const results = cards.length > 0 ? `${banner}${clutter}${cards.join('')}${MORE}` : nothing(wanted, words);
  const body = `<div id="search"><span data-component-type="s-result-info-bar"><h1>${escaped(wanted)}</h1></span>
<span data-component-type="s-search-results" class="rush-component s-latency-cf-section"><div class="s-main-slot s-result-list s-search-results sg-row">${results}</div></span></div>`;
  return shopPage(`Amazon.com : ${wanted}`, body, manners);
}

interface Around {
  list: ResultList;
  words: ShopWords;
}

function nothing(wanted: string, { nothingFound }: ShopWords): string {
  return `<div class="s-no-outline"><span class="a-size-medium a-color-base">${nothingFound} </span><span class="a-size-medium a-color-base a-text-bold">${escaped(wanted)}</span><p>Try checking your spelling or use more general terms</p></div>`;
}

function card(edition: Edition, { list: { url }, words }: Around, mark?: AdMark): string {
  const { id, book } = edition;
  const href =
    mark === 'link'
      ? `/sspa/click?ie=UTF8&amp;url=${encodeURIComponent(`${productLink(edition)}/ref=sr_1_1_sspa`)}`
      : `${productLink(edition)}/ref=sr_1_1`;
  const title = escaped(shopTitle(book));
  const label =
    mark === 'label' ? `<span class="puis-label-popover puis-sponsored-label-text">${words.sponsored}</span>` : '';
  const spoken = mark === 'read-out' ? `${words.sponsoredAd}${title}` : title;
  return `<div role="listitem" data-asin="${id}" data-index="1" data-component-type="s-search-result" class="sg-col-20-of-24 s-result-item s-asin${mark === 'class' ? ' AdHolder' : ''}"><div class="puisg-row">
<span data-component-type="s-product-image"><a class="a-link-normal s-no-outline" tabindex="-1" href="${href}"><img class="s-image" alt="${title}" src="${pictureUrl(url, edition, '_AC_UY218_')}"></a></span>
<div data-cy="title-recipe" class="a-section">${label}<a class="a-link-normal s-line-clamp-2" href="${href}"><h2 aria-label="${spoken}" class="a-size-medium"><span>${escaped(shopTitle(book).slice(0, 30))}…</span></h2></a>
<div class="a-row a-size-base a-color-secondary"><div class="a-row">${bylineOf(book, words)}</div></div></div>
${starsOf(book, words)}<div data-cy="price-recipe">${formats(edition, words)}</div></div></div>`;
}

function bylineOf(book: ShopBook, words: ShopWords): string {
  const [series] = book.series;
  const place = series?.number
    ? `<a href="/gp/product/B0SERIES01">${words.place(series.number, series.total)}: ${escaped(series.name)}</a><span class="a-color-secondary"> | </span>`
    : '';
  const names = book.authors.map((name) => `<a class="a-size-base a-link-normal" href="/e/B001">${escaped(name)}</a>`);
  return `${place}<span>${words.by} </span>${names.join('<span>, </span>')}<span class="a-color-secondary"> | </span><span>${longDate(book.published, words.locale)}</span>`;
}

function starsOf({ rating }: ShopBook, words: ShopWords): string {
  if (!rating) return '';
  return `<div data-cy="reviews-block"><a aria-label="${words.stars(writtenNumber(rating.value, words.locale))}"><i class="a-icon-star-small"></i></a><span>${writtenNumber(rating.count, words.locale)}</span></div>`;
}

/** The form that was found first, then the others the book is sold in. */
function formats(edition: Edition, words: ShopWords): string {
  const others = editionsOf(edition.book).filter(({ id }) => id !== edition.id);
  return [edition, ...others]
    .map(
      (one) =>
        `<div class="a-row"><a class="a-size-base a-link-normal a-text-bold" href="${productLink(one)}/ref=sr_1_1">${bindingOf(one, words)}</a><span class="a-price">$9.99</span></div>`,
    )
    .join('');
}

function clutterFor(book: ShopBook, around: Around): string {
  const ads = adsFor(book.number).map(({ mark, edition }) => card(edition, around, mark));
  const id = mugId(book.number);
  const mug = `<div role="listitem" data-asin="${id}" data-index="5" data-component-type="s-search-result" class="s-result-item s-asin"><div data-cy="title-recipe"><a href="/mug/dp/${id}/ref=sr_1_5"><h2 aria-label="${escaped(book.title)} Mug, 11 oz"><span>${escaped(book.title)} Mug</span></h2></a></div><div data-cy="price-recipe"><span class="a-price">$14.99</span></div></div>`;
  return `${ads.join('')}<div data-component-type="s-video-ad" class="s-result-item"><video></video></div>${mug}`;
}

const MORE =
  '<div data-asin="" data-component-type="s-search-result" class="s-result-item"><h2>More results</h2></div><div class="s-result-item" data-component-type="s-related-searches"><h2>Related searches</h2><a href="/s?k=x">x</a></div>';
