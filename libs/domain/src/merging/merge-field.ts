import { type FieldValue, isEmpty, sameValue } from './field-values.js';
import { fieldOf, type FieldPart, isLocked, type Origin, type Origins, originOf } from './origins.js';
import { type MergeRules, rankOf } from './ranks.js';
import type { Proposal } from './run-proposals.js';

/** A part of a book as it is kept. */
export interface KeptPart {
  value: FieldValue | undefined;
  origin?: Origin;
  isLocked: boolean;
  /** True where a person emptied it: it stays empty until it is refreshed. */
  isCleared: boolean;
}

/** 'label': the same is said, by another source than is noted. */
export type FieldDecision = 'keep' | 'label' | 'write';

/** A part with what is noted of it; `value` is undefined where the book has none. */
export function keptPart(origins: Origins, part: FieldPart, value: FieldValue | undefined): KeptPart {
  const origin = originOf(origins, part);
  const isCleared = isEmpty(value) && origin?.source === 'manual';
  return { value, isCleared, isLocked: isLocked(origins, part), ...(origin && { origin }) };
}

/**
 * Whether a part takes what a run offers for it. Nothing empty is ever offered. Kept values give way to sources that are
 * trusted as much or more, so that a changed file changes what it said; a refresh asks only for the lock.
 */
export function mergeField(part: FieldPart, kept: KeptPart, offer: Proposal, rules: MergeRules): FieldDecision {
  if (kept.isLocked || isEmpty(offer.value)) return 'keep';
  const isRefresh = rules.mode === 'refresh';
  const field = fieldOf(part);
  if (isEmpty(kept.value)) return kept.isCleared && !isRefresh && offer.origin.source !== 'manual' ? 'keep' : 'write';
  if (offer.isGapFiller) return 'keep';
  if (sameValue(field, kept.value, offer.value))
    return isRefresh && !sameOrigin(kept.origin, offer.origin) ? 'label' : 'keep';
  return isRefresh || offer.rank <= rankOf(field, kept.origin, rules) ? 'write' : 'keep';
}

/** True for the same source and provider. */
export function sameOrigin(a: Origin | undefined, b: Origin | undefined): boolean {
  return a?.source === b?.source && a?.provider === b?.provider;
}
