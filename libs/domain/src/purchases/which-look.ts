/** What is known of a shop's library before it is looked at. */
export interface StoreMemory {
  now: Date;
  /** When all of it was last seen and counted, and how much that was. */
  verifiedAt: Date | null;
  total: number | null;
  /** Where a question for changes begins, and for which groups of fields it is good. */
  stateToken: string | null;
  tokenGroups: string | null;
  /** Those that are asked for now. */
  groups: string;
  /** Titles known by their numbers only. */
  hollow: number;
}

const DAY_MS = 24 * 60 * 60_000;
/** All of it comes in one answer: asking only for changes would save nothing, and says nothing of how far one has heard. */
const ONE_ANSWER = 1_000;

/**
 * Whether all of a library is asked for, or only what changed. Changes do not tell how far a title was heard nor what
 * others think of it, so everything is seen once a day.
 */
export function whichLook({ now, verifiedAt, total, ...memory }: StoreMemory): 'full' | 'delta' {
  const { stateToken, tokenGroups, groups, hollow } = memory;
  if (verifiedAt === null || stateToken === null || tokenGroups !== groups || hollow > 0) return 'full';
  if (total === null || total <= ONE_ANSWER) return 'full';
  return now.getTime() - verifiedAt.getTime() >= DAY_MS ? 'full' : 'delta';
}
