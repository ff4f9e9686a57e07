import { audioTable, bulletList, cards } from './details.js';
import { escaped } from '../markup.js';
import { shopPage } from './page-frame.js';
import {
  bindingLine,
  bindingOf,
  breadcrumbs,
  byline,
  gallery,
  productLink,
  shopTitle,
  stars,
  swatches,
  type Product,
} from './product-parts.js';

/** The page of one edition, as the desktop shop has it. */
export function productPage(product: Product): string {
  const { id, kind, book, url, manners } = product;
  const hasCards = (manners.details ?? 'cards') === 'cards';
  const body = `${breadcrumbs(product)}<div id="ppd"><div id="leftCol">${gallery(product)}</div><div id="centerCol">
<div id="title_feature_div"><h1 id="title" class="a-spacing-none"><span id="productTitle" class="a-size-large celwidget">        ${escaped(shopTitle(book))}       </span>
<span id="productSubtitle" class="a-size-medium a-color-secondary celwidget">${escaped(bindingLine(product))}</span></h1></div>
${byline(product)}${stars(product)}${swatches(product)}${description(product)}${hasCards ? cards(product) : seriesLink(product)}</div>
<div id="rightCol"><form id="addToCart" method="post" action="/gp/product/handle-buy-box"><input type="hidden" id="ASIN" name="ASIN" value="${id}"><input type="hidden" name="items[0.base][asin]" value="${id}"></form></div></div>
${kind === 'audio' ? audioTable(product) : bulletList(product)}${REVIEWS}${COMPARISON}`;
  const head = `<link rel="canonical" href="${url}${productLink(product)}"><meta name="title" content="${escaped(shopTitle(book))}">`;
  return shopPage(windowTitle(product), body, manners, head);
}

function windowTitle(product: Product): string {
  const { kind, book, words } = product;
  const reversed = book.authors.map((name) => name.replace(/^(.*) (\S+)$/, '$2, $1')).join(', ');
  if (kind === 'kindle') return `${shopTitle(book)} - Kindle edition by ${reversed}. ${words.shop}`;
  const number = kind === 'print' ? book.isbn13 : bindingOf(product, words);
  return `${shopTitle(book)}: ${reversed}: ${number}: ${words.shop}`;
}

/** Bold and italic are classes; what opens the box is inside it. The other places are there too, and empty. */
function description({ kind, book, manners }: Product): string {
  const markup = book.description
    .replace(/<(b|i)>/g, (_, tag) => `<span class="a-text-${tag === 'b' ? 'bold' : 'italic'}">`)
    .replace(/<\/(?:b|i)>/g, '</span>');
  if (kind === 'audio') return `<div id="audible_desktopTabbedDescriptionOverviewContent_feature_div">${markup}</div>`;
  const { description: place = 'expander' } = manners;
  const inBox = place === 'expander' ? markup : '';
  const tab =
    place === 'expander'
      ? ''
      : `<div id="drengr_${place === 'Tab' ? 'D' : 'd'}esktopTabbedDescriptionOverviewContent_feature_div"><div class="a-section">${markup}</div></div>`;
  return `${tab}<div id="bookDescription_feature_div" class="celwidget"><div data-a-expander-name="book_description_expander" data-a-expander-collapsed-height="140" class="a-expander-collapsed-height a-row a-expander-container">
<div aria-expanded="false" class="a-expander-content a-expander-partial-collapse-content">${inBox}</div><div class="a-expander-header"><a href="javascript:void(0)" data-action="a-expander-toggle"><i class="a-icon a-icon-extender-expand"></i><span class="a-expander-prompt">Read more</span></a></div></div></div>`;
}

/** Pages without cards name the series below the list. */
function seriesLink({ book, words }: Product): string {
  const [series] = book.series;
  if (series?.number === undefined) return '';
  return `<div id="seriesBulletWidget_feature_div"><a class="a-link-normal" href="/gp/product/B0SERIES01"> ${words.place(series.number, series.total)}: ${escaped(series.name)} </a></div>`;
}

const REVIEWS =
  '<div id="editorialReviews_feature_div"><h2>Editorial Reviews</h2><p>"Not the description," somebody wrote in a newspaper.</p></div>';

/** Lengths and names of other books. */
const COMPARISON =
  '<div id="HLCXComparisonWidget_feature_div"><table id="HLCXComparisonTable"><tr><th>Print length</th><td>77 pages</td></tr><tr><th>Publisher</th><td>Somebody Else</td></tr></table></div>';
