import { saysSponsored } from '../labels/page-words.js';
import { asinInAddress } from '../product/asin.js';
import { inside, textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';

const ASIN = /^[A-Z0-9]{10}$/;
const PAID_LINK = /^(?:https?:\/\/[^/]+)?\/(?:sspa\/click|gp\/(?:slredirect|sponsored))/i;

/** True for a page that lists results, or would if there were any; behind today's lists those of before 2019. */
export function isList(lookup: PageLookup): boolean {
  const today = lookup.byAttribute('data-component-type', 's-search-results');
  return today.length > 0 || lookup.byId('s-results-list-atf', 'atfResults').length > 0 || boxes(lookup).length > 0;
}

function boxes(lookup: PageLookup): Elements[] {
  const today = lookup.byAttribute('data-component-type', 's-search-result');
  if (today.length > 0) return today;
  const listed = lookup.byClass('s-result-item').filter((box) => box.attr('data-asin') !== undefined);
  return listed.length > 0 ? listed : lookup.each(lookup.whereId(/^result_\d/));
}

/** A result that nobody paid for, with the number of what it leads to. */
export interface ResultCard {
  asin: string;
  card: Elements;
}

/** The results of a search that stand there by themselves, each once, in their order. Banners have no number. */
export function organicCards(lookup: PageLookup): ResultCard[] {
  const found = new Map<string, ResultCard>();
  for (const card of boxes(lookup)) {
    const asin = numberOf(lookup, card).trim().toUpperCase();
    if (ASIN.test(asin) && !found.has(asin) && !isSponsored(lookup, card)) found.set(asin, { asin, card });
  }
  return [...found.values()];
}

/** A box that says nothing of its number may link to it; one that says it has none is a banner. */
function numberOf(lookup: PageLookup, card: Elements): string {
  const links = lookup.within(card, 'a[href*="/dp/"]').map((link) => asinInAddress(link.attr('href') ?? ''));
  return card.attr('data-asin') ?? card.attr('name') ?? links.find((asin) => asin !== undefined) ?? '';
}

/**
 * True for a result that was paid for. Each way of marking them is missing on some: the class of the box, a label, what is
 * read out before the title, where the title leads to.
 */
function isSponsored(lookup: PageLookup, card: Elements): boolean {
  if (card.is('.AdHolder, [data-component-type^="sp-sponsored"]')) return true;
  if (
    inside(card, '.AdHolder, .puis-sponsored-label-text, .s-sponsored-label-text, .s-sponsored-label-info-icon')
      .length > 0
  )
    return true;
  const headings = lookup.within(card, 'h2');
  if (headings.some((heading) => saysSponsored(heading.attr('aria-label') ?? '') || isPaidFor(heading.closest('a'))))
    return true;
  const title = inside(card, '[data-cy="title-recipe"] a, h2 a').first();
  return isPaidFor(title.length > 0 ? title : inside(card, 'a[href]').first());
}

function isPaidFor(link: Elements): boolean {
  return PAID_LINK.test(link.attr('href') ?? '');
}

/** The title as the result has it: what is read out is whole where what is shown is cut. */
export function titleOfCard(card: Elements): string {
  const heading = inside(card, '[data-cy="title-recipe"] h2, h2, h3.newaps').first();
  const label = heading.attr('aria-label') ?? heading.attr('data-attribute') ?? '';
  return label.trim() === '' ? textOf(heading) || (inside(card, 'a[title]').first().attr('title') ?? '') : label;
}
