import { descriptionFrom } from '../../description.js';
import { htmlPage } from '../../html-page.js';
import { isAroundDescription, saysEditorial } from '../labels/page-words.js';
import { attempt, inside, textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';

/** Today's pages; the case of one letter of the id differs from shop to shop. */
const OVERVIEW = [
  'drengr_desktopTabbedDescriptionOverviewContent_feature_div',
  'drengr_mobileTabbedDescriptionOverviewContent_feature_div',
];
/** Of pages of 2012 to 2015, which wrote the description with a script. */
const IN_SCRIPT = /(?:iframeContent|bookDescEncodedData)\s{0,5}[=:]\s{0,5}"([^"]{1,200000})"/;
const MAX_ELEMENTS = 20;

/** The first place that has words in it, from today's layout back to that of 2011, as safe HTML. */
export function descriptionOf(lookup: PageLookup, title: string): string | undefined {
  const inBook = lookup.byId('bookDescription_feature_div');
  const expanders = () =>
    lookup.byAttribute('data-a-expander-name', 'book_description_expander').slice(0, MAX_ELEMENTS);
  const places: (() => Elements[])[] = [
    () => lookup.each(lookup.byId(...OVERVIEW)),
    () => lookup.within(inBook, '.a-expander-content'),
    () => expanders().flatMap((box) => lookup.within(box, '.a-expander-content')),
    () => lookup.within(inBook, 'noscript'),
    () => lookup.each(lookup.byId('audible_desktopTabbedDescriptionOverviewContent_feature_div')),
    () => lookup.each(inBook),
    () => lookup.each(lookup.byId('postBodyPS')),
    () => productDescription(lookup),
    () => lookup.each(lookup.byId('ps-content', 'mobileBookDescription', 'book-description')),
    () => inScript(lookup),
  ];
  for (const place of places) {
    const found = attempt(() => firstDescription(lookup, place(), title));
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstDescription(lookup: PageLookup, elements: readonly Elements[], title: string): string | undefined {
  for (const element of elements.slice(0, MAX_ELEMENTS)) {
    const markup = element.is('noscript') ? (element.html() ?? '') : cleanedMarkup(lookup, element);
    const description = descriptionFrom(markup, title);
    if (description !== undefined) return description;
  }
  return undefined;
}

/** The markup without what opens and closes it, and with bold and italic as tags instead of classes. */
function cleanedMarkup(lookup: PageLookup, element: Elements): string {
  const inner = inside(element, '.a-expander-content').first();
  const copy = (inner.length > 0 && textOf(inner) !== '' ? inner : element).clone();
  inside(copy, 'script, style, noscript, .a-expander-header, .a-expander-prompt, [id*="ditorial"]').remove();
  for (const piece of lookup.within(copy, 'a, span, h2, h3, h4')) {
    if (isAroundDescription(textOf(piece))) piece.remove();
  }
  for (const [selector, tag] of [
    ['.a-text-bold', 'b'],
    ['.a-text-italic', 'i'],
  ] as const) {
    for (const piece of inside(copy, `span${selector}`).toArray()) {
      if ('name' in piece) piece.name = tag;
    }
  }
  return copy.html() ?? '';
}

/** The blocks of a description page, without those under a heading of reviews or of the author. */
function productDescription(lookup: PageLookup): Elements[] {
  const place = lookup.byId('productDescription');
  const blocks = lookup.within(place, '.productDescriptionWrapper').slice(0, MAX_ELEMENTS);
  if (blocks.length === 0) {
    return lookup.each(place).filter((one) => !saysEditorial(textOf(inside(one, 'h2, h3').first())));
  }
  return blocks.filter((block) => !saysEditorial(textOf(block.prevAll('h2, h3, h4').first())));
}

function inScript(lookup: PageLookup): Elements[] {
  const written = IN_SCRIPT.exec(lookup.source)?.[1];
  const page = written === undefined ? undefined : htmlPage(percentDecoded(written));
  if (page === undefined) return [];
  const block = inside(page.root(), '.productDescriptionWrapper, #iframeContent').first();
  return [block.length > 0 ? block : page.root()];
}

/** UTF-8, or Latin-1 as old pages have it. */
function percentDecoded(text: string): string {
  const inLatin1 = () => text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return attempt(() => decodeURIComponent(text)) ?? inLatin1();
}
