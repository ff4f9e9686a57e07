import { aShopBook } from '../books/invented-books.js';
import type { Edition } from '../books/editions.js';
import { escaped } from '../markup.js';
import type { Manners } from '../manners.js';
import { shopPage } from './page-frame.js';

/** Results are paid for in four ways of saying so. */
export const AD_MARKS = ['class', 'label', 'read-out', 'link'] as const;
export type AdMark = (typeof AD_MARKS)[number];

/** What is advertised beside a book: others, with numbers of their own. */
export function adsFor(number: number): { mark: AdMark; edition: Edition }[] {
  return AD_MARKS.map((mark, at) => ({ mark, edition: adOf(number, at) }));
}

function adOf(number: number, at: number): Edition {
  const id = `B0AD${at}${String(number).padStart(5, '0')}`;
  const title = `Sponsored Dreams ${at + 1}`;
  const numbers = { kindleAsin: id, isbn13: undefined, audioAsin: undefined };
  const book = aShopBook({ number, title, authors: ['Paula Promoted'], series: [], ...numbers });
  return { id, kind: 'kindle', book };
}

/** What an advertised number is of. */
export function adById(id: string): Edition | undefined {
  const [, at, number] = /^B0AD([0-3])(\d{5})$/.exec(id) ?? [];
  return number === undefined ? undefined : adOf(Number(number), Number(at));
}

/** The mug to a book. */
export const mugId = (number: number) => `B0MUG${String(number).padStart(5, '0')}`;

/** The page of a mug, which has a title, a number and stars, and is no book. */
export function mugPage(id: string, title: string, manners: Manners): string {
  return shopPage(
    `Amazon.com: ${title} Mug, 11 oz : Home & Kitchen`,
    `<div id="wayfinding-breadcrumbs_feature_div"><ul><li><a href="/b?node=2">Home & Kitchen</a></li><li>›</li><li><a href="/b?node=3">Mugs</a></li></ul></div>
<h1 id="title"><span id="productTitle">${escaped(title)} Mug, 11 oz, Ceramic</span></h1><a id="bylineInfo" class="a-link-normal" href="/stores/MugWorks/page/1">Visit the MugWorks Store</a>
<input type="hidden" id="ASIN" name="ASIN" value="${id}"><div id="averageCustomerReviews" data-asin="${id}"><span id="acrPopover" title="4.9 out of 5 stars"></span></div>
<table id="productDetails_techSpec_section_1"><tr><th>Brand</th><td>MugWorks</td></tr><tr><th>Material</th><td>Ceramic</td></tr><tr><th>Product Dimensions</th><td>3.7 x 3.2 inches</td></tr></table>`,
    manners,
  );
}
