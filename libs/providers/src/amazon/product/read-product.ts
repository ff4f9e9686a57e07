import type { Candidate } from '../../candidate.js';
import { given } from '../../given.js';
import { publicAddress } from '../ask/page-requests.js';
import type { Shop } from '../ask/markets.js';
import { attempt, textOf } from '../elements.js';
import { saysBook, saysBrand } from '../labels/page-words.js';
import type { PageLookup } from '../page-lookup.js';
import { asinOf } from './asin.js';
import { categoriesOf, standsAmongBooks } from './categories.js';
import { contributorsOf } from './contributors.js';
import { coverOf } from './cover.js';
import { descriptionOf } from './description.js';
import { detailRows, type DetailRow } from './detail-rows.js';
import { formOfPage, saysNoBook } from './form.js';
import { identifiersOf } from './identifiers.js';
import { abridgedOf, durationOf, pageCountOf } from './lengths.js';
import { bindingLine, pageTitle, windowTitle } from './page-title.js';
import { languageOf, publishedOf, publisherOf } from './publication.js';
import { ratingOf } from './rating.js';
import { shownSeries, withBrackets } from './series.js';
import { titleParts, type TitleParts } from './title-parts.js';

/**
 * What a product's page says of a book; undefined where it sells something else. `asked` is the number that was asked
 * for, for pages that name none. Each field is read for itself: one that fails leaves the others.
 */
export function readProduct(lookup: PageLookup, shop: Shop, asked: string): Candidate | undefined {
  const written = pageTitle(lookup);
  const rows = attempt(() => detailRows(lookup)) ?? [];
  if (written === undefined || !isBook(lookup, rows)) return undefined;
  const shown = attempt(() => shownSeries(lookup, rows)) ?? [];
  const parts = attempt(() => titleParts(written, shown)) ?? { title: written, series: [] };
  const asin = attempt(() => asinOf(lookup, rows));
  const form = attempt(() => formOfPage(lookup, rows, parts.form));
  const numbers = attempt(() => identifiersOf(lookup, rows, { asin: asin ?? asked, form }));
  const id = asin ?? asked;
  return {
    provider: 'amazon',
    id,
    market: shop.market,
    url: publicAddress(shop, id),
    title: parts.title,
    contributors: attempt(() => contributorsOf(lookup, rows)) ?? [],
    series: withBrackets(shown, parts.series),
    identifiers: numbers?.own ?? [],
    otherEditions: numbers?.others ?? [],
    ...(attempt(() => categoriesOf(lookup)) ?? { genres: [], tags: [] }),
    ...given({ subtitle: parts.subtitle, fullTitle: parts.fullTitle, form }),
    ...details(lookup, rows, parts),
    ...given({
      description: attempt(() => descriptionOf(lookup, parts.title)),
      rating: attempt(() => ratingOf(lookup, asin ?? asked)),
      cover: attempt(() => coverOf(lookup, shop)),
    }),
  };
}

function details(lookup: PageLookup, rows: readonly DetailRow[], parts: TitleParts): Partial<Candidate> {
  return given({
    publisher: attempt(() => publisherOf(rows).publisher),
    published: attempt(() => publishedOf(rows, bindingLine(lookup))),
    language: attempt(() => languageOf(rows)) ?? parts.language,
    pageCount: attempt(() => pageCountOf(rows)),
    durationSec: attempt(() => durationOf(rows)),
    abridged: attempt(() => abridgedOf(rows)),
  });
}

/**
 * True for a page with somebody's name and one thing that only books have. The names pages give to others, as of films,
 * are no proof: films are called after books.
 */
function isBook(lookup: PageLookup, rows: readonly DetailRow[]): boolean {
  if (attempt(() => saysNoBook(lookup, rows)) === true || saysBrand(bylineOf(lookup))) return false;
  if ((attempt(() => contributorsOf(lookup, rows)) ?? []).length === 0) return false;
  const form = attempt(() => formOfPage(lookup, rows, undefined));
  const isbns = attempt(() => identifiersOf(lookup, rows, { asin: undefined, form })) ?? { own: [], others: [] };
  const signs = [
    () => [...isbns.own, ...isbns.others].some(({ scheme }) => scheme === 'isbn'),
    () => pageCountOf(rows) !== undefined,
    () => form === 'kindle' || (form === 'audiobook' && durationOf(rows) !== undefined),
    () => standsAmongBooks(lookup),
    () => saysBook(windowTitle(lookup)),
  ];
  return signs.some((sign) => attempt(sign) === true);
}

function bylineOf(lookup: PageLookup): string {
  return textOf(lookup.byId('bylineInfo', 'brand', 'byline').first());
}
