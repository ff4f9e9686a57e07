import type { ShopBook } from './shop-book.js';

/** A page of the shop around some markup; long enough to be one. */
export function shopPage(body: string, title = 'The Lantern Coast: Amazon.com: Books'): string {
  const filling = `<script>${' '.repeat(16_000)}</script>`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${filling}${body}</body></html>`;
}

/** Labels of the details, as a shop writes them. */
export interface DetailLabels {
  publisher: string;
  published: string;
  language: string;
  pages: string;
}

export const ENGLISH: DetailLabels = {
  publisher: 'Publisher',
  published: 'Publication date',
  language: 'Language',
  pages: 'Print length',
};

export const breadcrumbs = ({ path }: ShopBook) =>
  `<div id="wayfinding-breadcrumbs_feature_div"><ul>${path.map((name) => `<li><span><a href="/b"> ${name} </a></span></li><li>›</li>`).join('')}</ul></div>`;

/** Names with the cards that open over them, which repeat the name. */
export const byline = ({ people }: ShopBook) =>
  `<div id="bylineInfo_feature_div"><div id="bylineInfo"> by ${people
    .map(
      ([name, role]) =>
        `<span class="author notFaded"><span class="a-declarative"><a class="a-link-normal contributorNameID" href="/e/B1">${name}</a><a href="javascript:void(0)"><i></i></a></span>` +
        `<span class="contribution"><span class="a-color-secondary">${role}, </span></span>` +
        `<div class="a-popover-preload"><div><a href="/e/B1">${name}</a><a>Visit Amazon's ${name} Page</a> Find all the books, read about the author</div></div></span>`,
    )
    .join('')} <span>& 1 more</span></div></div>`;

export const rating = ({ asin, stars, ratings }: ShopBook) =>
  stars === undefined
    ? ''
    : `<div id="averageCustomerReviews" data-asin="${asin}"><span id="acrPopover" title="${stars}"><i>${stars}</i></span><a><span id="acrCustomerReviewText">${ratings ?? ''}</span></a></div>`;

export const swatches = ({ others, asin }: ShopBook) =>
  `<div id="tmmSwatches"><ul>${others
    .map(([name, id]) => {
      const chosen = id === asin;
      const href = chosen ? 'javascript:void(0)' : `/x/dp/${id}/ref=tmm_1`;
      return `<li><div class="swatchElement ${chosen ? 'selected' : 'unselected'}" id="tmm-grid-swatch-${name.toUpperCase()}"><a href="${href}"><span class="slot-title"><span>${name}</span></span><span class="slot-price">$9.99</span></a></div></li>`;
    })
    .join('')}</ul></div>`;

export const card = (name: string, label: string, value: string | undefined) =>
  value === undefined
    ? ''
    : `<li class="a-carousel-card"><div id="rpi-attribute-${name}" class="a-section rpi-attribute-content"><div class="rpi-attribute-label"><span>${label}</span></div><div class="rpi-icon"></div><div class="rpi-attribute-value"><span>${value}</span></div></div></li>`;

/** The marks of direction around the colon are what the shop sends. */
export const bullet = (label: string, value: string | undefined) =>
  value === undefined
    ? ''
    : `<li><span class="a-list-item"><span class="a-text-bold">${label} \u200f : \u200e </span><span>${value}</span></span></li>`;

export const ranks = (book: ShopBook) =>
  `<ul><li><span class="a-list-item"><span class="a-text-bold">Best Sellers Rank:</span> #3,452 in Books (<a href="/gp/bestsellers">See Top 100</a>)<ul class="zg_hrsr">${book.ranks
    .map((rank) => `<li><span class="a-list-item">${rank}</span></li>`)
    .join('')}</ul><script>var rank = "Language : Klingon";</script></span></li></ul>`;

export const details = (book: ShopBook, labels: DetailLabels) =>
  `<div id="detailBulletsWrapper_feature_div"><h2>Product details</h2><div id="detailBullets_feature_div"><ul>${[
    bullet(labels.publisher, book.publisher),
    bullet(labels.published, book.published),
    bullet(labels.language, book.language),
    bullet(labels.pages, book.pages),
    bullet('ISBN-10', book.isbn10),
    bullet('ISBN-13', book.isbn13),
    bullet('ASIN', book.asin),
  ].join('')}</ul></div>${ranks(book)}</div>`;

/** The script that swaps the pictures. */
export const gallery = (hiRes: string | null, rest: Record<string, unknown> = {}) =>
  `<script>P.when('A').register("ImageBlockATF", function(A){ var data = { 'colorImages': { 'initial': [${JSON.stringify({ hiRes, variant: 'MAIN', ...rest })},{"hiRes":"https://m.media-amazon.com/images/I/BACKCOVER1.jpg"}]}, 'colorToAsin': {} }; return data; });</script>`;
