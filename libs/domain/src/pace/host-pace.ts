/** How a provider's hosts are treated. */
export interface PaceRules {
  /** Milliseconds from the end of a request to the start of the next; up to `jitterMs` more, by chance. */
  gapMs: number;
  jitterMs: number;
  /** Of each host, by the day of UTC; as many as are wanted where nothing is said. */
  pagesPerDay?: number;
}

/** How a host stands, for all who ask it together. All times are by one clock. */
export interface HostPace {
  /** Somebody asks it until then at most; null: nobody does. */
  heldUntil: Date | null;
  /** Not to be asked before. */
  nextAt: Date;
  /** Refusals in a row. */
  refusals: number;
  /** Not asked until then because it refused or failed, and why. */
  closedUntil: Date | null;
  reason: string | null;
  /** "2026-11-22", in UTC, and the product pages asked for on it. */
  day: string;
  pages: number;
}

/** The day of an instant in UTC, as "2026-11-22". */
export function utcDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Product pages that were asked for on the day of `now`. */
export function pagesToday({ day, pages }: Pick<HostPace, 'day' | 'pages'>, now: Date): number {
  // Two clocks at midnight may differ: a day that has begun for somebody has begun.
  return utcDay(now) > day ? 0 : pages;
}
