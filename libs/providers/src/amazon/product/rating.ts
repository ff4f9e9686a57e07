import type { Candidate } from '../../candidate.js';
import { standsIn, textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';

const BEST = 5;
const STRIP = /carousel|compar|sims-|sponsored/i;

/**
 * What readers think, of five stars. Pages show the stars of other books too; only those of `asin`, or those that stand
 * where the product's own do, are taken.
 */
export function ratingOf(lookup: PageLookup, asin: string | undefined): Candidate['rating'] {
  const isOwn = (element: Elements) => !standsIn(element, STRIP) && !isOfAnother(element, asin);
  const own = (...ids: string[]) => lookup.each(lookup.byId(...ids)).find(isOwn);
  const stars = own('acrPopover');
  const old = asin === undefined ? undefined : oldSummary(lookup, asin);
  const value = starsIn(stars?.attr('title') ?? '') ?? starsIn(stars ? textOf(stars) : '') ?? old?.value;
  if (value === undefined) return undefined;
  const count = countIn(textOf(own('acrCustomerReviewText') ?? lookup.page([]))) ?? old?.count;
  return { value, best: BEST, ...(count !== undefined && { count }) };
}

function isOfAnother(element: Elements, asin: string | undefined): boolean {
  const marked = element.closest('[data-asin]').attr('data-asin')?.trim() ?? '';
  return asin !== undefined && marked !== '' && marked.toUpperCase() !== asin;
}

/** Before 2014 every book's stars are in a box that is named by its number. */
function oldSummary(lookup: PageLookup, asin: string): { value?: number; count?: number } | undefined {
  const box = lookup.byClass('asinReviewsSummary').find((one) => one.attr('name')?.toUpperCase() === asin);
  if (!box) return undefined;
  const titled = lookup.within(box, '[title]').map((one) => one.attr('title') ?? '');
  return {
    value: [...titled, textOf(box)].map(starsIn).find((value) => value !== undefined),
    count: countIn(textOf(box.closest('.crAvgStars').children('a').last())),
  };
}

/** "4.4 out of 5 stars", "4,4 von 5 Sternen", "5つ星のうち4.4": of two numbers the smaller are the stars. */
function starsIn(text: string): number | undefined {
  const numbers = (text.slice(0, 100).match(/\d(?:[.,]\d{1,2})?(?!\d)/g) ?? []).map((one) =>
    Number(one.replace(',', '.')),
  );
  if (numbers.length < 2 || !numbers.includes(BEST)) return undefined;
  const value = Math.min(...numbers.slice(0, 2));
  return value > 0 && value <= BEST ? value : undefined;
}

/** "21,200 ratings", "(226)", "1.010 Sternebewertungen". */
function countIn(text: string): number | undefined {
  const written = /\d[\d.,\s'’\u00a0\u202f]*/.exec(text.slice(0, 100))?.[0] ?? '';
  const count = Number(written.replace(/\D/g, ''));
  return count > 0 && count < 1e9 ? count : undefined;
}
