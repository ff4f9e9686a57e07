import { inside, textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';

/** Where the title stands, by the age and kind of the layout: all of today, Kindle of 2016, phones of 2014 to 2018, 2011. */
const IDS = ['productTitle', 'ebooksProductTitle', 'ebooksTitle', 'product-title', 'btAsinTitle'];

/** The title as the page has it, binding, series and all; undefined for a page that shows no product. */
export function pageTitle(lookup: PageLookup): string | undefined {
  for (const element of lookup.each(lookup.byId(...IDS))) {
    const text = textOf(element);
    if (text !== '') return text;
  }
  const text = textOf(withoutSmallPrint(lookup.byId('title')));
  return text === '' ? textOf(lookup.byClass('parseasinTitle')[0] ?? lookup.page([])) || undefined : text;
}

/** The heading of old pages for phones, behind whose title the binding and the date stand in grey. */
function withoutSmallPrint(heading: Elements): Elements {
  const copy = heading.filter('h1').first().clone();
  inside(copy, '.a-color-secondary, #productSubtitle').remove();
  return copy;
}

/** The line under the title: binding and date ("Hardcover – 7 April 2016"). It is never the book's subtitle. */
export function bindingLine(lookup: PageLookup): string {
  const line = textOf(lookup.byId('productSubtitle', 'ebooksProductSubtitle'));
  return line === '' ? textOf(inside(lookup.byId('title').filter('h1'), '.a-color-secondary').first()) : line;
}

/** What the browser's window is called; pictures in the page may have titles too, but behind it. */
export function windowTitle(lookup: PageLookup): string {
  return textOf(lookup.byTag('title')[0] ?? lookup.page([]));
}
