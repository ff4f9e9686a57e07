/** A provider is not asked now, or does not want to be: it says nothing of the book. */
export interface Blocked {
  kind: 'blocked';
  /** When it is worth asking again. */
  retryAt: Date;
  /** For people: "status 503". */
  reason: string;
}

/** A provider could not be asked, or failed to answer. */
export interface Outage {
  kind: 'outage';
  retryAt: Date;
  reason: string;
}

/** What came of a question. Only `found` and `not-found` say something of the book. */
export type Outcome<Found> =
  /** `cutShort`: there is more to know of it, which could not be had. */
  { kind: 'found'; value: Found; cutShort?: Blocked | Outage } | { kind: 'not-found' } | Blocked | Outage;
