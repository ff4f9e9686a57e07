import type { Identifier, Role } from '@octavo/domain';

/** What a page is, as a record says. */
export interface PageMark {
  /** Its place in reading order, from 0, or its file name. */
  image: string;
  /** In lower case: 'frontcover', 'innercover', 'story', ... */
  types: readonly string[];
}

/** What a comic says of itself, as written; every way of writing it down is brought into this form first. */
export interface ComicRecord {
  title?: string;
  series?: string;
  /** Of the issue: "1", "1.5", "1-3", "½". */
  number?: string;
  /** A number, or the year a series began. */
  volume?: string;
  alternateSeries?: string;
  alternateNumber?: string;
  summary?: string;
  publisher?: string;
  /** As far as it is known: "2001", "2001-04", "2001-04-30". */
  date?: string;
  language?: string;
  /** Each text may name several people. */
  people: { role: Role; text: string }[];
  /** Numbers that may be ISBNs. */
  articleNumbers: string[];
  /** Addresses with white space or commas between them. */
  addresses: string;
  notes: string;
  identifiers: Identifier[];
  /** Each text may be a list. */
  subjects: string[];
  pages: PageMark[];
}

/** A record that says nothing, to be filled. */
export function emptyRecord(): ComicRecord {
  return { people: [], articleNumbers: [], addresses: '', notes: '', identifiers: [], subjects: [], pages: [] };
}

/** "2001", "4", "30" -> "2001-4-30". Undefined without a year; programs write -1 for what they do not know. */
export function dateOf(year: string, month: string, day: string): string | undefined {
  if (!isCounted(year)) return undefined;
  if (!isCounted(month)) return year;
  return isCounted(day) ? `${year}-${month}-${day}` : `${year}-${month}`;
}

function isCounted(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) > 0;
}
