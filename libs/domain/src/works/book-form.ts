import type { Contributor, Medium, SeriesEntry } from '../book.js';
import type { Identifier } from '../identifiers.js';

/** One book, as far as it matters for which work it is a form of. */
export interface BookForm {
  /** Of the book in the library; two forms with one id are one book. */
  id: string;
  medium: Medium;
  title: string;
  subtitle?: string;
  /** In the order of the title page; whoever only reads aloud has the role of a narrator. */
  contributors: readonly Contributor[];
  series: readonly SeriesEntry[];
  /** BCP 47. */
  language?: string;
  identifiers: readonly Identifier[];
  /** How long it plays, in seconds. */
  durationSec?: number;
  pageCount?: number;
  wordCount?: number;
  publishedYear?: number;
  /** False: said to be complete. */
  abridged?: boolean;
  publisher?: string;
}
