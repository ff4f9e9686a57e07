import type { PageLookup } from '../page-lookup.js';
import { valuesOf, type DetailRow } from './detail-rows.js';
import { inside, textOf } from '../elements.js';

const ASIN = /^[A-Z0-9]{10}$/;
const IN_ADDRESS = /\/(?:dp|gp\/product|gp\/aw\/d|product)\/([A-Z0-9]{10})(?![A-Z0-9])/i;

/** The number in an address of a product; undefined where there is none. */
export function asinInAddress(address: string): string | undefined {
  return IN_ADDRESS.exec(address.slice(0, 2000))?.[1]?.toUpperCase();
}

/** The number a page gives its product. It may be another than was asked for: the shop sends on to other editions. */
export function asinOf(lookup: PageLookup, rows: readonly DetailRow[] = []): string | undefined {
  const fields = lookup.byTag('input', ({ name = '' }) => /^asin(?:\.0)?$/i.test(name));
  const texts = [
    ...lookup.each(lookup.byId('ASIN')).flatMap((element) => [element.attr('value'), textOf(element)]),
    ...fields.map((field) => field.attr('value')),
    ...lookup.byTag('link', ({ rel }) => rel === 'canonical').map((link) => asinInAddress(link.attr('href') ?? '')),
    ...valuesOf(rows, 'asin'),
    lookup.byId('averageCustomerReviews').attr('data-asin'),
    textOf(inside(lookup.byId('detailsAsin'), 'td').first()),
  ];
  return texts.map((text) => text?.trim().toUpperCase()).find((text) => text !== undefined && ASIN.test(text));
}
