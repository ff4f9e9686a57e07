import type { PaceRules } from '@octavo/domain';
import { PROVIDERS, type ProviderId, providers } from '@octavo/providers';

/** How an operator wants providers asked. */
export interface Pace {
  /** Between two requests to a host, in milliseconds; as much again by chance. */
  gapMs: number;
  /** Pages that are made for people, by host and day of UTC. */
  pagesPerDay: number;
  /** Providers whose address is another one than their own: a mirror, whose pace is its operator's business. */
  elsewhere: ReadonlySet<ProviderId>;
}

/** What nobody's wish goes below, for those in their own place. */
const LEAST_GAP_MS = 2_000;
const MOST_PAGES_PER_DAY = 1_000;
/** What is meant for programs: Open Library takes a request a second from anybody, Audnexus a hundred a minute. */
const LEAST_FOR_PROGRAMS_MS = 1_000;

/**
 * How each provider's hosts are asked. Pages that are made for people are asked for as slowly as a person reads; faster
 * ones were shut out wherever many books were looked up. Everything else is asked twice as fast, without a ceiling.
 */
export function paceTable(pace: Pace): Readonly<Record<ProviderId, PaceRules>> {
  const rules = PROVIDERS.map((id) => [id, rulesOf(id, pace)] as const);
  return Object.fromEntries(rules) as Record<ProviderId, PaceRules>;
}

function rulesOf(id: ProviderId, { gapMs, pagesPerDay, elsewhere }: Pace): PaceRules {
  const isFree = elsewhere.has(id);
  if (!providers[id].scrapes) {
    const gap = Math.floor(gapMs / 2);
    return { gapMs: isFree ? gap : Math.max(gap, LEAST_FOR_PROGRAMS_MS), jitterMs: 0 };
  }
  const gap = isFree ? gapMs : Math.max(gapMs, LEAST_GAP_MS);
  return { gapMs: gap, jitterMs: gap, pagesPerDay: isFree ? pagesPerDay : Math.min(pagesPerDay, MOST_PAGES_PER_DAY) };
}
