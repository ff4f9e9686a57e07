import type { AudibleCredentials, Way } from './credentials.js';
import { waysOf } from './credentials.js';

/** Which ways of an account may be used: the better one it has and then the other, or one only. */
export type WayMode = 'auto' | Way;

/** Where trying an account's ways has come to since something was last accepted. */
export interface Attempt {
  way: Way;
  /** It was tried a second time: signed with a fresh time, or with a renewed token. */
  anew: boolean;
  /** The other way was given up. */
  switched: boolean;
}

/** The ways to take in this mode, the preferred one first; none where the credentials do not have it. */
export function waysIn(mode: WayMode, credentials: Pick<AudibleCredentials, 'signing' | 'bearer'>): Way[] {
  return waysOf(credentials).filter((way) => mode === 'auto' || way === mode);
}

/** What comes after a refusal: the same way anew, then the other way once, then nothing. */
export function afterRefusal(attempt: Attempt, ways: readonly Way[]): Attempt | undefined {
  return attempt.anew ? otherWay(attempt, ways) : { ...attempt, anew: true };
}

/** What comes where a way is closed for good; undefined where there is no other one, or it was tried. */
export function otherWay(attempt: Attempt, ways: readonly Way[]): Attempt | undefined {
  const other = ways.find((way) => way !== attempt.way);
  return other && !attempt.switched ? { way: other, anew: true, switched: true } : undefined;
}
