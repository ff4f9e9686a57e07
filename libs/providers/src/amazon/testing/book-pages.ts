import {
  bullet,
  breadcrumbs,
  byline,
  card,
  details,
  ENGLISH,
  gallery,
  ranks,
  rating,
  shopPage,
  swatches,
} from './page-parts.js';
import type { DetailLabels } from './page-parts.js';
import { aBook, type ShopBook } from './shop-book.js';

type Layout = (book?: Partial<ShopBook>, labels?: DetailLabels) => string;

/** Other books' stars, lengths and names, as every page has them around its own. */
const STRANGERS = `<div class="a-carousel-container" id="sims-carousel"><ul><li data-asin="0000000011"><span id="acrPopover" title="3.1 out of 5 stars"></span><div class="author"><a>Stray Author</a></div><span>999 pages</span></li></ul></div>
  <table id="comparison_table"><tr><th>Print length</th><td>77 pages</td></tr></table>`;

const desktop: Layout = (over, labels = ENGLISH) => {
  const book = aBook(over);
  const [publisher] = book.publisher.split(';');
  const body = `${breadcrumbs(book)}${gallery(`https://m.media-amazon.com/images/I/${book.picture}._SL1500_.jpg`)}
    <img id="landingImage" src="data:image/gif;base64,R0lGODlhAQAB">
    <h1 id="title"><span id="productTitle" class="a-size-large">  ${book.title}  </span><span id="productSubtitle">${book.binding}</span></h1>
    ${byline(book)}${rating(book)}<input type="hidden" id="ASIN" name="ASIN" value="${book.asin}">${swatches(book)}
    <div id="bookDescription_feature_div"><div data-a-expander-name="book_description_expander"><div class="a-expander-content">${book.description}</div><div class="a-expander-header"><a><span class="a-expander-prompt">Read more</span></a></div></div></div>
    <ol class="a-carousel">${[
      card('book_details-series', book.series?.label ?? '', book.series?.name),
      card('book_details-fiona_pages', labels.pages, book.pages),
      card('language', labels.language, book.language),
      card('book_details-publisher', labels.publisher, publisher),
      card('book_details-publication_date', labels.published, book.published),
      card('book_details-isbn10', 'ISBN-10', book.isbn10),
      card('book_details-isbn13', 'ISBN-13', book.isbn13),
    ].join('')}</ol>${details(book, labels)}${STRANGERS}`;
  return shopPage(body);
};

const listOnly: Layout = (over, labels = ENGLISH) => {
  const book = aBook(over);
  const series =
    book.series &&
    `<div id="seriesBulletWidget_feature_div"><a href="/dp/B0S">${book.series.label}: ${book.series.name}</a></div>`;
  return shopPage(`${breadcrumbs(book)}<span id="productTitle">${book.title}</span><span id="productSubtitle">${book.binding}</span>
    ${byline(book)}${rating(book)}${series ?? ''}<div id="drengr_DesktopTabbedDescriptionOverviewContent_feature_div"><div>${book.description}</div></div>
    <img id="imgBlkFront" data-a-dynamic-image='{"https://images-na.ssl-images-amazon.com/images/I/${book.picture}._SX331_BO1,204,203,200_.jpg":["499","333"]}'>
    ${details(book, labels)}${STRANGERS}`);
};

const kindle: Layout = (over, labels = ENGLISH) => {
  const book = aBook({
    asin: 'B0KINDLE01',
    binding: 'Kindle Edition',
    path: ['Kindle Store', 'Kindle eBooks', 'Fantasy'],
    ...over,
  });
  return shopPage(
    `${breadcrumbs(book)}<h1><span id="productTitle">${book.title}</span><span id="productSubtitle">${book.binding}</span></h1>
    ${byline(book)}<span>Format: Kindle Edition</span>${rating(book)}<input type="hidden" name="ASIN.0" value="${book.asin}">${swatches(book)}
    <div id="drengr_desktopTabbedDescriptionOverviewContent_feature_div">${book.description}</div><div id="bookDescription_feature_div"><noscript></noscript></div>
    <img id="ebooksImgBlkFront" data-a-dynamic-image='{"https://m.media-amazon.com/images/I/${book.picture}._SY346_.jpg":[346,231]}'>
    <ol>${card('book_details-series', book.series?.label ?? '', book.series?.name)}${card('book_details-ebook_pages', labels.pages, book.pages)}${card('language', labels.language, book.language)}${card('book_details-publisher', labels.publisher, 'Quay & Harbour')}${card('book_details-publication_date', labels.published, book.published)}${card('book_details-file_size', 'File size', '1.2 MB')}</ol>
    <div id="detailBullets_feature_div"><ul>${bullet('ASIN', book.asin)}${bullet('Page numbers source ISBN', book.isbn10)}</ul></div>${ranks(book)}`,
    'The Lantern Coast (Saltlight Book 2) - Kindle edition by Valdane, Mira.',
  );
};

const audiobook: Layout = (over, labels = ENGLISH) => {
  const book = aBook({
    asin: 'B0AUDIO001',
    binding: 'Audible Audiobook – Unabridged',
    path: ['Audible Books & Originals', 'Fantasy'],
    ...over,
  });
  const row = (label: string, value: string) => `<tr><th><span>${label}</span></th><td><span>${value}</span></td></tr>`;
  return shopPage(`${breadcrumbs(book)}<h1><span id="productTitle">${book.title}</span><span id="productSubtitle">${book.binding}</span></h1>
    ${byline({ ...book, people: [...book.people.slice(0, 1), ['Tessa Roan', '(Narrator)']] })}${rating(book)}<img id="main-image" src="https://m.media-amazon.com/images/I/${book.picture}._SL500_.jpg">
    <div id="audible_desktopTabbedDescriptionOverviewContent_feature_div">${book.description}</div>
    <ol>${card('audiobook_details-listening_length', 'Listening Length', '17 hours and 4 minutes')}${card('language', labels.language, book.language)}${card('audiobook_details-release-date', 'Release date', book.published)}</ol>
    <div id="audibleproductdetails_feature_div"><table id="audibleProductDetails">${row('Listening Length', '17 hours and 4 minutes')}${row('Author', 'Mira Valdane')}${row('Narrator', 'Tessa Roan')}${row('Audible.com Release Date', book.published)}${row('Publisher', 'Quay & Harbour')}${row('Program Type', 'Audiobook')}${row('Version', 'Unabridged')}${row('ASIN', book.asin)}</table></div>`);
};

const desktop2016: Layout = (over, labels = ENGLISH) => {
  const book = aBook(over);
  const item = (label: string, value?: string) => (value === undefined ? '' : `<li><b>${label}:</b> ${value}</li>`);
  return shopPage(`<link rel="canonical" href="https://www.amazon.com/The-Lantern-Coast/dp/${book.asin}">
    <h1 id="title"><span id="productTitle">${book.title}</span><span id="productSubtitle">${book.binding}</span></h1><div id="byline">${byline(book)}</div>${rating(book)}
    <div id="bookDescription_feature_div"><noscript>&lt;div&gt;${book.description.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}&lt;/div&gt;</noscript><div id="bookDesc_iframe_wrapper"></div></div>
    <img id="imgBlkFront" src="https://images-eu.ssl-images-amazon.com/images/I/${book.picture}._SX331_BO1,204,203,200_.jpg">
    <table id="productDetailsTable"><tr><td class="bucket"><div class="content"><ul>${item(book.binding.split(' – ')[0] ?? '', book.pages)}${item(labels.publisher, book.publisher)}${item(labels.language, book.language)}${item('ISBN-10', book.isbn10)}${item('ISBN-13', book.isbn13)}<li id="SalesRank"><b>Best Sellers Rank:</b><ul class="zg_hrsr"><li class="zg_hrsr_item"><span class="zg_hrsr_rank">#41</span> <span class="zg_hrsr_ladder">in <a>Books</a> &gt; <a>Fantasy</a> &gt; <b><a>Sea Adventures</a></b></span></li></ul></li></ul></div></td></tr></table>${STRANGERS}`);
};

const desktop2012: Layout = (over, labels = ENGLISH) => {
  const book = aBook(over);
  const item = (label: string, value?: string) => (value === undefined ? '' : `<li><b>${label}:</b> ${value}</li>`);
  const names = book.people
    .map(([name, role]) => `<a href="/e/B1">${name}</a> <span>${role}</span>`)
    .join('<span class="byLinePipe">|</span>');
  return shopPage(`<div class="buying"><h1 class="parseasinTitle"><span id="btAsinTitle"><span>${book.title} [${book.binding.split(' – ')[0]}]</span></span></h1><span>${names}</span></div>
    <input type="hidden" name="ASIN" value="${book.asin}"><img id="prodImage" src="http://ecx.images-amazon.com/images/I/${book.picture}._BO2,204,203,200_PIsitb-sticker-arrow-click,TopRight,35,-76_AA300_SH20_OU01_.jpg">
    <div class="crAvgStars"><span class="asinReviewsSummary" name="${book.asin}"><a><span class="swSprite" title="${book.stars ?? ''}"></span></a></span>(<a>226 customer reviews</a>)</div>
    <div id="postBodyPS">${book.description}</div>
    <table><tr><td class="bucket"><h2>Product Details</h2><div class="content"><ul>${item(book.binding.split(' – ')[0] ?? '', book.pages)}${item(labels.publisher, book.publisher)}${item(labels.language, book.language)}${item('ISBN-10', book.isbn10)}${item('ISBN-13', book.isbn13)}</ul></div></td></tr></table>`);
};

const phone2016: Layout = (over, labels = ENGLISH) => {
  const book = aBook(over);
  const row = (label: string, value?: string) =>
    value === undefined ? '' : `<tr><td>${label}</td><td>${value}</td></tr>`;
  return shopPage(`<h1 id="title">${book.title} <span class="a-color-secondary">${book.binding}</span></h1>
    <div id="bylineContributor">${book.people.map(([name, role]) => `<a href="/e/B1">${name}</a> ${role}`).join(', ')}</div>
    <input type="hidden" name="asin" value="${book.asin}"><img id="main-image" data-a-hires="https://images-na.ssl-images-amazon.com/images/I/${book.picture}._SL1000_.jpg" src="data:image/gif;base64,R0">
    <div id="drengr_MobileTabbedDescriptionOverviewContent_feature_div">${book.description}</div>
    <div id="productDetails_secondary_view_div"><table>${row(labels.pages, book.pages)}${row(labels.publisher, book.publisher)}${row(labels.language, book.language)}${row('ISBN-10', book.isbn10)}${row('ISBN-13', book.isbn13)}</table></div>`);
};

const phone2014: Layout = (over) => {
  const book = aBook(over);
  return shopPage(`<h1 id="product-title">${book.title}</h1><div id="by-line">by ${book.people.map(([name]) => `<a href="/e/B1">${name}</a>`).join(', ')}</div>
    <link rel="canonical" href="https://www.amazon.com/dp/${book.asin}"><img id="main-image" src="https://ecx.images-amazon.com/images/I/${book.picture}._SL160_.jpg">
    <div id="productDescription"><h3>Book Description</h3><div class="productDescriptionWrapper">${book.description}</div></div>
    <div id="productDetails"><ul><li>${book.binding.split(' – ')[0]}: ${book.pages}</li><li>Publisher: ${book.publisher}</li><li>Language ${book.language}</li><li>ISBN-10: ${book.isbn10}</li></ul></div>`);
};

/** One page of each layout there has been, by its name. */
export const BOOK_PAGES = {
  desktop,
  listOnly,
  kindle,
  audiobook,
  desktop2016,
  desktop2012,
  phone2016,
  phone2014,
} satisfies Record<string, Layout>;
export type LayoutName = keyof typeof BOOK_PAGES;
