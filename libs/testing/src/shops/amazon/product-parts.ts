import { editionsOf, type Edition } from '../books/editions.js';
import { titleLine, type ShopBook } from '../books/shop-book.js';
import { escaped, inScript, slugOf } from '../markup.js';
import type { Manners } from '../manners.js';
import { pictureUrl, uploadedSize } from './picture-urls.js';
import { longDate, writtenNumber } from '../written.js';
import type { ShopWords } from './words/shop-words.js';

/** A page about one edition, in one country's shop. */
export interface Product extends Edition {
  url: string;
  words: ShopWords;
  manners: Manners;
}

/** As the shop writes it, all in one line: "The Lost Tower: A Novel (The Saga, 2)". */
export function shopTitle(book: ShopBook): string {
  const numbered = book.series.find(({ number }) => number !== undefined);
  return titleLine(book) + (numbered ? ` (${numbered.name}, ${numbered.number})` : '');
}

export function productLink({ id, book }: Edition): string {
  return `/${slugOf(book.title)}/dp/${id}`;
}

/** The name of the form, as it stands under the title. */
export function bindingOf({ kind, book }: Edition, words: ShopWords): string {
  if (kind === 'kindle') return words.kindleEdition;
  return kind === 'audio' ? words.audiobook : words.bindings[book.binding];
}

export function bindingLine(product: Product): string {
  const { kind, book, words } = product;
  const behind = kind === 'audio' ? words.unabridged : longDate(book.published, words.locale);
  return kind === 'kindle' ? words.kindleEdition : `${bindingOf(product, words)} – ${behind}`;
}

export function breadcrumbs({ kind, book, words }: Product): string {
  const steps = [words.roots[kind], ...book.genres].map(
    (name) =>
      `<li><span class="a-list-item"><a class="a-link-normal a-color-tertiary" href="/b?node=1"> ${escaped(name)} </a></span></li>`,
  );
  return `<div id="wayfinding-breadcrumbs_feature_div" class="celwidget"><ul class="a-unordered-list a-horizontal">${steps.join('<li class="a-breadcrumb-divider">›</li>')}</ul></div>`;
}

/** Every name opens a card that has it again. */
export function byline({ kind, book, words }: Product): string {
  const people = [
    ...book.authors.map((name) => [name, words.deeds.author]),
    ...(kind === 'audio' ? book.narrators.map((name) => [name, words.deeds.narrator]) : []),
    ...book.helpers.map(({ name, role }) => [name, words.deeds[role]]),
  ];
  const boxes = people.map(
    ([
      name = '',
      deed,
    ]) => `<span class="author notFaded" data-width=""><span class="a-declarative" data-action="a-popover"><a class="a-link-normal contributorNameID" href="/e/B001">${escaped(name)}</a> <a href="javascript:void(0)" class="a-popover-trigger"><i class="a-icon a-icon-popover"></i></a></span>
<span class="contribution" spacing="none"><span class="a-color-secondary">(${deed})</span></span>
<div class="a-popover-preload" id="a-popover-contributor-info"><h2><a class="a-size-medium" href="/e/B001">${escaped(name)}</a></h2><a href="/e/B001">Visit Amazon's ${escaped(name)} Page</a><p>Find all the books, read about the author, and more.</p><a href="/s?k=x">search results for this author</a></div></span>`,
  );
  return `<div id="bylineInfo_feature_div" class="celwidget"><div id="bylineInfo" class="a-section a-spacing-micro bylineHidden">${words.by} ${boxes.join(', ')}</div></div>`;
}

export function stars({ id, book, words }: Product): string {
  if (!book.rating) return '';
  const said = words.stars(writtenNumber(book.rating.value, words.locale));
  return `<div id="averageCustomerReviews" data-asin="${id}" data-ref="dpx_acr_pop_"><span id="acrPopover" class="reviewCountTextLinkedHistogram noUnderline" title="${said}"><i class="a-icon a-icon-star"><span class="a-icon-alt">${said}</span></i></span>
<a id="acrCustomerReviewLink" href="#customerReviews"><span id="acrCustomerReviewText" class="a-size-base">${words.ratings(writtenNumber(book.rating.count, words.locale))}</span></a></div>`;
}

/** The forms the book is sold in, of which one is chosen. */
export function swatches({ kind, book, words }: Product): string {
  const boxes = editionsOf(book).map((edition) => {
    const isChosen = edition.kind === kind;
    const href = isChosen ? 'javascript:void(0)' : `${productLink(edition)}/ref=tmm_swatch_0`;
    const name = bindingOf(edition, words);
    const swatch = { print: book.binding.toUpperCase().replace('-', '_'), kindle: 'KINDLE', audio: 'AUDIO_DOWNLOAD' };
    return `<div id="tmm-grid-swatch-${swatch[edition.kind]}" class="swatchElement ${isChosen ? 'selected' : 'unselected'}"><span class="a-button"><a href="${href}" class="a-button-text"><span class="slot-title"><span>${escaped(name)}</span></span><span class="slot-price">$9.99</span></a></span></div>`;
  });
  return `<div id="tmmSwatches" class="a-section"><div id="formats">${boxes.join('')}</div></div>`;
}

/** The picture, and the script that swaps it; a small one has no large form. */
export function gallery(product: Product): string {
  const { url, book, kind } = product;
  const size = uploadedSize(book, kind === 'audio');
  if (!size)
    return `<div id="imgTagWrapperId"><img id="landingImage" alt="" src="${url}/images/G/01/x-site/icons/no-img-sm.gif"></div>`;
  const at = (modifiers: string) => pictureUrl(url, product, modifiers);
  const hiRes = Math.max(size.width, size.height) >= 1000 ? at('_SL1500_') : null;
  const main = { [at('_SY466_')]: [466, 311], [at('_SY342_')]: [342, 228], [at('_SX38_SY50_CR,0,0,38,50_')]: [50, 38] };
  const entry = { hiRes, thumb: at('_SX38_SY50_CR,0,0,38,50_'), large: at('_SY445_SX342_'), main, variant: 'MAIN' };
  const back = { hiRes: `${url}/images/I/81BACKPAGEL._SL1500_.jpg`, variant: 'BACK' };
  return `<div id="imgTagWrapperId" class="imgTagWrapper"><img alt="${escaped(book.title)}" id="landingImage" class="a-dynamic-image" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-old-hires="${hiRes ?? ''}" data-a-dynamic-image="${escaped(JSON.stringify(main))}"></div>
<script type="text/javascript">P.when('A').register("ImageBlockATF", function(A){ var data = { 'enableS2WithoutS1': false, 'colorImages': { 'initial': ${inScript([entry, back])}}, 'colorToAsin': {'initial': {}} }; return data; });</script>`;
}
