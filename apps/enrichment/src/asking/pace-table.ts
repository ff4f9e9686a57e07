import type { PaceRules } from '@octavo/domain';
import type { ProviderId } from '@octavo/providers';

/** What is meant for programs: Open Library takes a request a second from anybody, Audnexus a hundred a minute. */
const FOR_PROGRAMS: PaceRules = { gapMs: 1_000, jitterMs: 0 };

/**
 * How each provider's hosts are asked. Pages that are made for people are asked for as slowly as a person reads; faster
 * ones were shut out wherever many books were looked up. `pagesPerDay` holds for them, by host and day of UTC.
 */
export function paceTable(pagesPerDay: number): Readonly<Record<ProviderId, PaceRules>> {
  const forPeople: PaceRules = { gapMs: 2_000, jitterMs: 2_000, pagesPerDay };
  return {
    amazon: forPeople,
    goodreads: forPeople,
    'open-library': FOR_PROGRAMS,
    audnexus: FOR_PROGRAMS,
    audible: FOR_PROGRAMS,
  };
}
