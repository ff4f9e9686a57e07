import { DomainError } from '@octavo/domain';

/** Of all pages of a book together, unpacked, in bytes; the longest epics have 40 MB. */
export const LARGEST_BOOK = 128 * 1024 * 1024;

/**
 * What one page may cost. Far above any real one (a Bible in a single page has about 100,000 sentences in 5 MB), far
 * below what a small archive can be made to unpack to. Sizes are in bytes or, for decoded text, in UTF-16 units.
 */
export const LARGEST_PAGE = 16 * 1024 * 1024;
/** With a span around each sentence, the largest page becomes at most so large. */
export const LARGEST_MADE_PAGE = 4 * LARGEST_PAGE;
export const MOST_ELEMENTS = 500_000;
/** Of one element; where a parser keeps them all. */
export const MOST_ATTRIBUTES = 10_000;
export const MOST_SPANS = 250_000;
export const MOST_REFERENCES = 500_000;
/** A DTD that stands in the page itself. */
export const LARGEST_SUBSET = 256 * 1024;
/** What stands before the root is looked at no further. */
export const LONGEST_PROLOGUE = 4096;
/** Browsers end at the same depth. */
export const DEEPEST_NESTING = 512;

/**
 * Of all pages of a book together: eight times as many "<" as 25 MB of formulas have. One on a page that has to be
 * mended counts more, for the time it takes.
 */
export const MOST_TAGS_OF_BOOK = 4_000_000;
export const COST_OF_MENDING = 8;

/** The tolerant path holds the page as a tree, up to fifty times its size, and some of HTML's rules look up it. */
export const LARGEST_TOLERANT_PAGE = 4 * 1024 * 1024;
export const MOST_TOLERANT_NODES = 200_000;
export const MOST_TOLERANT_TAGS = 600_000;

/** This page stays as it is; the message says why. */
export class PageRefused extends Error {}

/** No honest page holds so much; the book is not worth the time the rest of it might take. */
export function tooMuch(what: string): DomainError {
  return new DomainError('archive.bomb', `A page of the book has ${what}.`);
}
