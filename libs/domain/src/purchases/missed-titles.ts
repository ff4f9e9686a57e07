/** What a look at a shop's library saw, beside what was known. */
export interface LookSeen {
  /** As much was seen as the server counts, and its count stayed the same all the while. */
  isVerified: boolean;
  /** Titles that came. */
  distinct: number;
  /** Of what was known: how many were there before, and how many of them did not come. */
  present: number;
  unseen: number;
  /** As the server counted when all was last seen; null before the first time. */
  totalBefore: number | null;
}

/** Why nothing is concluded from titles that did not come; null: they count as missed. */
export type MissDoubt = 'not-all-seen' | 'nothing-there' | 'too-few' | null;

/**
 * Whether what did not come may count as missed. Other tools marked hundreds of titles as gone after an answer that was
 * cut, empty or of another account.
 */
export function doubtOf({ isVerified, distinct, present, unseen, totalBefore }: LookSeen): MissDoubt {
  if (unseen === 0) return null;
  if (!isVerified) return 'not-all-seen';
  if (distinct === 0) return 'nothing-there';
  const before = Math.max(totalBefore ?? 0, present);
  return distinct * 2 < before ? 'too-few' : null;
}

/** In words, for whoever wonders. */
export const DOUBT_WORDS: Record<Exclude<MissDoubt, null>, string> = {
  'not-all-seen': 'Not all of the library was seen, so nothing is taken for gone.',
  'nothing-there': 'Audible shows an empty library where there were titles. Nothing is taken for gone.',
  'too-few': 'Audible shows less than half of what it showed before. Nothing is taken for gone.',
};
