import { parseAsin, parseIsbn, sameIdentifier, type Identifier } from '@octavo/domain';
import type { PublishedForm } from '../../candidate.js';
import type { PageLookup } from '../page-lookup.js';
import { asinInAddress } from './asin.js';
import { valuesOf, type DetailRow } from './detail-rows.js';

const MAX_OTHERS = 30;

/** What names this edition, and what names others of the same book. */
export interface PageIdentifiers {
  own: Identifier[];
  others: Identifier[];
}

/**
 * By their check digits, not by their labels: an ISBN-13 stands where an ISBN-10 should. The number of a printed book is
 * its ISBN-10; an ISBN on the page of a Kindle edition is that of the print whose pages it counts.
 */
export function identifiersOf(
  lookup: PageLookup,
  rows: readonly DetailRow[],
  { asin, form }: { asin: string | undefined; form: PublishedForm | undefined },
): PageIdentifiers {
  const number = asin === undefined ? undefined : parseAsin(asin);
  const isbns = valuesOf(rows, 'isbn').flatMap(isbnIn);
  const isElsewhere = form === 'kindle' || form === 'ebook' || number?.scheme === 'isbn';
  const own = [...(number ? [number] : []), ...(isElsewhere ? [] : isbns)];
  const others = [...(isElsewhere ? isbns : []), ...otherFormats(lookup)];
  const first = distinct(own);
  const rest = distinct(others).filter((one) => !first.some((known) => sameIdentifier(known, one)));
  return { own: first, others: rest.slice(0, MAX_OTHERS) };
}

function isbnIn(text: string): Identifier[] {
  const value = text
    .slice(0, 100)
    .split(/[,;/|]/)
    .map(parseIsbn)
    .find((isbn) => isbn !== undefined);
  return value === undefined ? [] : [{ scheme: 'isbn', value }];
}

/** The other formats a page offers its book in, each with a number of its own. */
function otherFormats(lookup: PageLookup): Identifier[] {
  const links = lookup.within(lookup.byId('tmmSwatches', 'tmmSwatchesList', 'MediaMatrix', 'twister'), 'a[href]');
  return links.flatMap((link) => {
    const asin = asinInAddress(link.attr('href') ?? '');
    const found = asin === undefined ? undefined : parseAsin(asin);
    return found ? [found] : [];
  });
}

function distinct(identifiers: readonly Identifier[]): Identifier[] {
  return identifiers.filter((one, at) => identifiers.findIndex((other) => sameIdentifier(one, other)) === at);
}
