import type { AudibleKind } from './kind.js';
import type { AudiblePerson } from './people.js';
import type { AudibleRating } from './rating.js';
import type { AudibleRelation } from './relationships.js';
import type { AudiblePlan, AudibleRights } from './rights.js';
import type { AudibleSeries } from './series.js';
import type { AudibleShelves } from './shelves.js';

export interface AudibleDay {
  /** As told. */
  raw: string;
  /** "2024-03-05", where it is a date. */
  date: string | null;
}

/**
 * A title of a library as one answer tells of it: plain data, fit for a JSON column. A field that is undefined was not
 * told, and what is kept stays as it is. Null says that there is nothing any more; only `subtitle`, `percentComplete` and
 * `leavingOn` know it, and `series` and people say the same by an empty list.
 */
export interface AudibleItem {
  asin: string;
  /** The server gave its number and hardly more, as it does when something ails it. What is kept is better. */
  hollow: boolean;
  kind: AudibleKind;
  title?: string | undefined;
  subtitle?: string | null | undefined;
  authors?: AudiblePerson[] | undefined;
  narrators?: AudiblePerson[] | undefined;
  /** The one it is published under first. */
  series?: AudibleSeries[] | undefined;
  /** Of the first series, or of the podcast. */
  publicationName?: string | undefined;
  runtimeMin?: number | undefined;
  releaseDate?: AudibleDay | undefined;
  /** ISO 8601; the moment it was added where that of the purchase is not told. */
  purchasedAt?: string | undefined;
  purchasedRaw?: string | undefined;
  /** ISO 8601. */
  dateAdded?: string | undefined;
  status?: 'Active' | 'Revoked' | undefined;
  /** Addresses by width in pixels. */
  covers?: Record<string, string> | undefined;
  /** Markup of strangers: to be cleaned before it is shown. So is the next. */
  summaryHtml?: string | undefined;
  /** Cut for lists. */
  merchandisingHtml?: string | undefined;
  publisher?: string | undefined;
  /** As told: "english", "mandarin_chinese". */
  language?: string | undefined;
  formatType?: string | undefined;
  contentType?: string | undefined;
  deliveryType?: string | undefined;
  hasChildren?: boolean | undefined;
  relationships?: AudibleRelation[] | undefined;
  isFinished?: boolean | undefined;
  /** 0 to 100. */
  percentComplete?: number | null | undefined;
  timeRemainingSec?: number | undefined;
  /** ISO 8601; means something only while `isFinished`. */
  finishedAt?: string | undefined;
  /** Came with the membership. Stays true after the title left. */
  isAyce?: boolean | undefined;
  /** Came with the membership, and is locked now. */
  isLeftover?: boolean | undefined;
  plans?: AudiblePlan[] | undefined;
  rights?: AudibleRights | undefined;
  /** When a title of a membership leaves it; ISO 8601. */
  leavingOn?: string | null | undefined;
  originAsin?: string | undefined;
  originType?: string | undefined;
  archived?: boolean | undefined;
  isbn?: string | undefined;
  sku?: string | undefined;
  skuLite?: string | undefined;
  rating?: AudibleRating | undefined;
  categories?: AudibleShelves | undefined;
  pdfUrl?: string | undefined;
  episodeCount?: number | undefined;
}

/** `malformed`: a row that names no title. It is counted and passed over; `asin` is what stood in its place, if it was a text. */
export type ItemReading =
  { kind: 'item'; item: AudibleItem } | { kind: 'malformed'; reason: MalformedReason; asin?: string };

export type MalformedReason = 'not_an_object' | 'no_asin' | 'bad_asin';
