import type { KnownPurchase } from '@octavo/database';
import { digestOf, type ItemContext, type RawRow, readItem } from '@octavo/sources';
import type { Title } from './statement-of-title.js';

/** A title that came, beside what is known of it. */
export interface ComparedTitle extends Title {
  digest: string;
  volatileDigest: string;
  known: KnownPurchase | undefined;
}

/** A row that cannot be used, and why. */
export interface Malformed {
  mark: string;
  asin: string | null;
  reason: string;
}

/** The titles of a page by what is to be done about them. */
export interface SortedTitles {
  fresh: ComparedTitle[];
  changed: ComparedTitle[];
  /** Only how far they were heard, or what others think of them, is another. */
  volatileOnly: ComparedTitle[];
  unchanged: ComparedTitle[];
  /** Known ones that came without their fields: nothing is taken from them. */
  hollow: ComparedTitle[];
  /** Gone by the server's own word: nothing else of what it says counts. */
  revoked: ComparedTitle[];
  malformed: Malformed[];
}

const REASONS: Record<string, string> = {
  not_an_object: 'The row is nothing that can be read.',
  no_asin: 'The row has no number.',
  bad_asin: 'What stands for the number is none.',
};

/** Of rows with one number the last counts. Pure. */
export function sortTitles(
  rows: readonly RawRow[],
  known: ReadonlyMap<string, KnownPurchase>,
  context: ItemContext,
): SortedTitles {
  const sorted: SortedTitles = {
    ...{ fresh: [], changed: [], volatileOnly: [], unchanged: [], hollow: [], revoked: [], malformed: [] },
  };
  for (const { raw, mark } of new Map(rows.map((row) => [row.mark, row])).values()) {
    const reading = readItem(raw, context);
    if (reading.kind === 'malformed') {
      sorted.malformed.push({ mark, asin: reading.asin ?? null, reason: REASONS[reading.reason] ?? reading.reason });
      continue;
    }
    const { item } = reading;
    const digests = { digest: digestOf(raw, 'lasting'), volatileDigest: digestOf(raw, 'volatile') };
    const title = { raw, item, ...digests, known: known.get(item.asin) };
    sorted[placeOf(title)].push(title);
  }
  return sorted;
}

function placeOf({ item, known, digest, volatileDigest }: ComparedTitle): Exclude<keyof SortedTitles, 'malformed'> {
  if (item.status === 'Revoked') return 'revoked';
  if (!known) return 'fresh';
  if (item.hollow) return 'hollow';
  if (known.digest !== digest || known.hollow) return 'changed';
  return known.volatileDigest === volatileDigest ? 'unchanged' : 'volatileOnly';
}
