/** What is known of a content on one device. */
export interface ContentStanding {
  /** Whether it is a book that the device got, or may get, from us. */
  ours: boolean;
  /** When the device first downloaded it from us; null where it never did. */
  firstDownloadedAt: Date | null;
}

/**
 * Whether every highlight that the device has in a content has come to us, so that our list may take their place. A
 * device sends only what changed since its last update, and replaces what it has by the list it gets: for a book it had
 * before `since` (when its highlights began to come to us), and for a content that is not ours, however much the device
 * has told us of it, a list of ours would wipe highlights that nobody else has.
 */
export function highlightsAreKnown({ ours, firstDownloadedAt }: ContentStanding, since: Date): boolean {
  return ours && (firstDownloadedAt === null || firstDownloadedAt >= since);
}
