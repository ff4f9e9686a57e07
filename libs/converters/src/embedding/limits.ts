/** Of an archive that is copied; a comic may have so many pages. An EPUB is bounded lower where it is opened. */
export const MOST_ENTRIES = 50_000;

/** Of a document that holds metadata, unpacked, in bytes; our readers read no larger one. */
export const LARGEST_DOCUMENT = 5 * 1024 * 1024;
