import { acceptByPatience, type Doubt, type DoubtGuard } from '@octavo/domain';
import { fingerprintOfBytes } from '@octavo/storage';

/** A removal that is held back, as it is remembered. */
export interface HeldBack {
  guard: DoubtGuard;
  /** Which files they are. */
  files: string;
  /** Since when it is the same ones, as text. */
  since: string;
  /** In how many listings, one after the other. */
  listings: number;
}

/** What is remembered of a removal after one more listing; null where none is held back. */
export function holdBack(
  before: unknown,
  doubt: Doubt | undefined,
  gone: readonly string[],
  now: Date,
): HeldBack | null {
  if (!doubt) return null;
  const files = fingerprintOfBytes([...gone].sort().join('\n'));
  const known = before as HeldBack | null;
  const isSame = known?.guard === doubt.guard && known.files === files;
  return isSame
    ? { ...known, listings: known.listings + 1 }
    : { guard: doubt.guard, files, since: now.toISOString(), listings: 1 };
}

/** Whether it was the same for so long that it is believed although nobody said a word. */
export function isBelievedByNow({ guard, since, listings }: HeldBack, now: Date): boolean {
  return acceptByPatience({ guard, sameSince: new Date(since), completeRuns: listings, now });
}
