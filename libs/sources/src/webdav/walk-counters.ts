import type { FolderOutcome } from './list-folder.js';

/** What a walk came across. */
export interface WalkCounters {
  requests: number;
  /** Folders by what became of them. */
  complete: number;
  partial: number;
  failed: number;
  gone: number;
  skipped: number;
  entries: number;
  rejectedHrefs: number;
  repeated: number;
  /** Hrefs were whole addresses, or in capitals of their own. */
  absoluteHrefs: boolean;
  caseInsensitive: boolean;
}

export function newCounters(): WalkCounters {
  const none = { requests: 0, complete: 0, partial: 0, failed: 0, gone: 0, skipped: 0 };
  return { ...none, entries: 0, rejectedHrefs: 0, repeated: 0, absoluteHrefs: false, caseInsensitive: false };
}

export function noteOutcome(counters: WalkCounters, outcome: FolderOutcome): void {
  if (outcome.kind !== 'waiting') counters[outcome.kind] += 1;
  if (outcome.kind !== 'complete' && outcome.kind !== 'partial') return;
  counters.entries += outcome.count;
  counters.rejectedHrefs += outcome.odd.rejectedHrefs;
  counters.repeated += outcome.odd.repeated;
  counters.absoluteHrefs ||= outcome.odd.absoluteHrefs;
  counters.caseInsensitive ||= outcome.odd.caseInsensitive;
}
