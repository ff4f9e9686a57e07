import { foldText } from '../search-text.js';
import { isEmpty } from './field-values.js';
import type { KeptPart } from './merge-field.js';
import { type MergeRules, rankOf } from './ranks.js';
import type { Proposal } from './run-proposals.js';

/**
 * The subjects of all sources as one offer, in the name of the most trusted. To subjects that a person chose, only a
 * refresh adds.
 */
export function joinedSubjects(kept: KeptPart, offers: readonly Proposal[], rules: MergeRules): Proposal {
  const best = offers[0]!;
  const keptRank = isEmpty(kept.value) ? Infinity : rankOf('subjects', kept.origin, rules);
  const before = (kept.value ?? []) as string[];
  const offered = offers.flatMap(({ value }) => value as string[]);
  const value = withoutRepeats([...before, ...offered]);
  if (kept.origin === undefined || keptRank > best.rank) return { ...best, value, isGapFiller: false };
  const isPersons = kept.origin.source === 'manual' && rules.mode === 'normal';
  return { ...best, value: isPersons ? before : value, origin: kept.origin, rank: keptRank, isGapFiller: false };
}

/** The first of those that differ only in case and accents. */
function withoutRepeats(subjects: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const subject of subjects) if (!known.has(foldText(subject))) known.set(foldText(subject), subject);
  return [...known.values()];
}
