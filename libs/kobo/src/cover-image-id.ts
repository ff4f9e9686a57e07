const IMAGE_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-([0-9a-z_]{1,64}))?$/i;

/**
 * What goes into `CoverImageId`. A device caches a cover by this id for ever, so it changes with the picture.
 * `coverVersion` is letters, digits and underscores, 64 at most: a fingerprint or a counter.
 */
export function coverImageId(bookId: string, coverVersion: string): string {
  return `${bookId}-${coverVersion}`;
}

/** The book an image id is about, and the version of its cover where one is named; undefined if it is not one of ours. */
export function parseCoverImageId(text: string): { bookId: string; version?: string } | undefined {
  const [, bookId, version] = IMAGE_ID.exec(text) ?? [];
  if (bookId === undefined) return undefined;
  return { bookId: bookId.toLowerCase(), ...(version !== undefined && { version }) };
}
