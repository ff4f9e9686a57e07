import type { Origin } from './origins.js';

/** A cover that became another, with all that is needed to take it back. Covers go by the fingerprint of their bytes. */
export interface CoverChange {
  field: 'cover';
  before: string | null;
  after: string | null;
  /** Undefined where nobody had said anything. */
  originBefore?: Origin;
  originAfter: Origin;
}

/** A cover as it is kept: its bytes by their fingerprint, and who chose it. */
export interface ChosenCover {
  id: string | null;
  origin?: Origin;
}

/** The cover before a change; why not, where it was changed or locked since. */
export function undoCover(kept: ChosenCover, change: CoverChange): ChosenCover | 'changed since' | 'locked' {
  const { source, provider } = change.originAfter;
  const isAsLeft = kept.id === change.after && kept.origin?.source === source && kept.origin.provider === provider;
  if (!isAsLeft) return 'changed since';
  if (kept.origin?.locked && !change.originAfter.locked) return 'locked';
  return { id: change.before, ...(change.originBefore && { origin: change.originBefore }) };
}
