import type { BookDraft, Contributor, SeriesEntry } from '../book.js';
import type { Identifier } from '../identifiers.js';
import type { PartialDate } from '../partial-date.js';
import type { FileNamePattern } from './compile-pattern.js';

/** What a name is taken to say. What it does not say is absent; only a name that is a bare identifier has no title. */
export interface Reading extends Partial<PartialDate> {
  title?: string;
  subtitle?: string;
  contributors: Contributor[];
  /** The primary one first. */
  series: SeriesEntry[];
  publisher?: string;
  /** BCP 47. */
  language?: string;
  identifiers: Identifier[];
  /** False: said to be complete. Only audiobooks say either. */
  abridged?: boolean;
}

export interface FileNameParse {
  reading: Reading;
  /** Other ways to read the name, the likelier first; an ambiguous name has at least one. */
  alternatives: Reading[];
  /** True when nothing told author from title, so that the alternatives are as good as the reading. */
  ambiguous: boolean;
  /** How far to trust the reading, from 0 to 1. */
  confidence: number;
}

/** The kind of work a name is read as; names of audiobooks and comics have habits of their own. */
export type NameKind = 'book' | 'audio' | 'comic';

/** In which order the files of a library are named. */
export type NameOrder = 'author-title' | 'title-author';

/** What is known before a name is read; all of it may be missing. */
export interface FileNameHints {
  /** Names of the library's authors, each through `foldText`. */
  knownAuthors?: ReadonlySet<string>;
  /** How the library names its files: decides where nothing else does. A pattern decides first, where it fits. */
  profile?: NameOrder | 'calibre' | FileNamePattern;
  /** Without it the ending decides. */
  kind?: NameKind;
  /** What the file says of itself, to tell the sides of a name apart. */
  embeddedTitle?: string;
  embeddedAuthor?: string;
  /** Only tests give it: years more than two after this one are no years. */
  thisYear?: number;
}

/** A reading as the parts of a draft it fills, to stand beside what a file says of itself. */
export function draftPartsOf(reading: Reading): Partial<BookDraft> {
  const { year, month, day, ...parts } = reading;
  if (year === undefined) return parts;
  return { ...parts, published: { year, ...(month && { month }), ...(month && day && { day }) } };
}
