import type { AudibleAccount } from './audible-account.js';
import type { AudibleManners } from './audible-manners.js';
import type { AudibleSeen } from './audible-seen.js';
import type { AudibleTreat } from './audible-treat.js';

/** All that an answer depends on beside the stand-in's state. */
export interface AudibleQuestion {
  seen: AudibleSeen;
  /** That of `seen`. */
  query: URLSearchParams;
  treat: AudibleTreat;
  manners: AudibleManners;
  /** Milliseconds by the stand-in's own clock. */
  now: number;
}

/** A question of somebody who was let in. */
export interface OwnersQuestion extends AudibleQuestion {
  account: AudibleAccount;
}
