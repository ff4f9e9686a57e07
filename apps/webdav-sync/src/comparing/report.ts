/** What a server that is asked for changes (RFC 6578) says before its folders are listed. */
export interface Report {
  /** Folders in or below which it names something, and what it names; null where it was not asked for changes yet. */
  touched: Set<string> | null;
  /** Where the next question begins; null where it does not say. */
  token: string | null;
}
