import { shopPage } from './page-parts.js';

/** A result as a list shows it. */
export interface ShopResult {
  asin: string;
  title: string;
  /** The line under the title: "by Mira Valdane | Apr 22, 2008". */
  byline?: string;
  format?: string;
}

export type Mark = 'class' | 'label' | 'read-out' | 'link';

/** A result of today's lists; with a mark it was paid for. */
export function aResult({ asin, title, byline = '', format = 'Hardcover' }: ShopResult, mark?: Mark): string {
  const href = mark === 'link' ? `/sspa/click?ie=UTF8&url=%2Fdp%2F${asin}` : `/x/dp/${asin}/ref=sr_1_1`;
  const readOut = mark === 'read-out' ? `Sponsored Ad – ${title}` : title;
  const label = mark === 'label' ? '<span class="puis-sponsored-label-text">Sponsored</span>' : '';
  return `<div role="listitem" data-asin="${asin}" data-index="1" data-component-type="s-search-result" class="s-result-item${mark === 'class' ? ' AdHolder' : ''}">
    <a href="${href}"><img class="s-image" src="https://m.media-amazon.com/images/I/71x._AC_UY218_.jpg"></a>
    <div data-cy="title-recipe">${label}<a href="${href}"><h2 aria-label="${readOut}"><span>${title.slice(0, 20)}…</span></h2></a><div class="a-row"><div class="a-row">${byline}</div></div></div>
    <div data-cy="reviews-block"><span aria-label="4.4 out of 5 stars"></span></div>
    <div data-cy="price-recipe"><a class="a-text-bold" href="/x/dp/${asin}/ref=sr_1_1">${format}</a><a class="a-text-bold" href="/x/dp/B0OTHER001">Kindle</a></div></div>`;
}

/** A result as lists had it until 2018. */
export function anOldResult({ asin, title, byline = '', format = 'Hardcover' }: ShopResult): string {
  return `<li id="result_0" data-asin="${asin}" class="s-result-item celwidget"><div><a href="https://www.amazon.com/x/dp/${asin}/ref=sr_1_1"><h2 data-attribute="${title}" class="s-access-title">${title}</h2></a>
    <div class="a-row"><span>${byline}</span></div><div class="a-row"><a href="/x/dp/${asin}"><h3>${format}</h3></a></div></div></li>`;
}

/** The list around its results, with all that is between them. */
export function resultsPage(...results: string[]): string {
  const banner = '<div data-asin="" data-component-type="s-search-result"><h2>More results</h2></div>';
  return shopPage(
    `<span data-component-type="s-search-results"><div class="s-main-slot">${banner}${results.join('')}<div data-asin="B0EDITOR01" data-component-type="s-editorial"><h2>Editors recommend</h2></div></div></span>`,
    'Amazon.com : lantern coast',
  );
}

export function oldResultsPage(...results: string[]): string {
  return shopPage(
    `<div id="atfResults"><ul id="s-results-list-atf">${results.join('')}</ul></div>`,
    'Amazon.com: lantern coast: Books',
  );
}
