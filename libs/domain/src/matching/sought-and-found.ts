import type { Contributor, Medium, SeriesEntry } from '../book.js';
import type { Identifier } from '../identifiers.js';
import type { PartialDate } from '../partial-date.js';
import type { PublishedForm } from '../published-form.js';

/** What is known of a book for which the same book is sought elsewhere. */
export interface BookSought {
  title?: string;
  subtitle?: string;
  authors: readonly string[];
  series?: SeriesEntry;
  identifiers: readonly Identifier[];
  /** BCP 47. */
  language?: string;
  year?: number;
  pageCount?: number;
  medium: Medium;
}

/** What every find tells, be it an entry of a list or the whole of an edition. */
interface AnyFind {
  title: string;
  subtitle?: string;
  series: readonly SeriesEntry[];
  published?: PartialDate;
  /** BCP 47. */
  language?: string;
  identifiers: readonly Identifier[];
  form?: PublishedForm;
}

/** An entry of a list of search results. */
export interface HitFound extends AnyFind {
  authors: readonly string[];
}

/** One edition with all that is told of it. */
export interface EditionFound extends AnyFind {
  /** As it stands there, with subtitle, series and edition, where that is more than `title`. */
  fullTitle?: string;
  contributors: readonly Contributor[];
  /** Of the work, where it differs from the edition. */
  firstPublished?: PartialDate;
  /** Of other editions of the same book. */
  otherEditions: readonly Identifier[];
  description?: string;
  pageCount?: number;
  rating?: { count?: number };
  /** Addresses of a picture; only whether there are any matters here. */
  cover?: readonly unknown[];
}

/** Either, in the one shape that is judged. */
export type Found = Omit<EditionFound, 'contributors'> & { authors: readonly string[] };

/** Lists tell nothing of other editions. */
export function foundByHit(hit: HitFound): Found {
  return { ...hit, otherEditions: [] };
}

/** Who wrote or edited it; where nobody is said to have, everybody but those who only read it aloud. */
export function foundByEdition({ contributors, ...rest }: EditionFound): Found {
  const wrote = contributors.filter(({ role }) => role === 'author' || role === 'editor');
  const people = wrote.length > 0 ? wrote : contributors.filter(({ role }) => role !== 'narrator');
  return { ...rest, authors: people.map(({ name }) => name) };
}
