import { isSettled, provenTo, settledAt, type SyncPosition } from './position.js';

/**
 * What a device's requests have shown of the way it treats sync tokens. A device is to send the token of the last answer
 * it took in. Some were reported to send none at all, and some to repeat the first one while they are told to go on:
 * taken at their word both would be sent the first page for ever.
 */
export interface SyncHabits {
  /** How many answers with a token went to it (counted to a hundred). */
  tokensGiven: number;
  /** It has come with a token, of ours or of somebody else's. */
  carriesTokens: boolean;
  /** It has come back with one from the middle of a sync, so it does not repeat the first. */
  advances: boolean;
  /** How often it came back with the end of a sync that it had been led through on an assumption. */
  doubtfulEnds: number;
  /** The token of its last request ("" for none), and how often that was answered in a row with more to come. */
  askedWith: string | null;
  askedTimes: number;
  /** What that request proved it to know. What stands beyond it may be in an answer that is still under way. */
  askedFrom: number;
  /** Where the last answer to it led that went out whole, and whether more was to come. */
  answered: { position: SyncPosition; more: boolean } | null;
}

export const NO_HABITS: SyncHabits = {
  tokensGiven: 0,
  carriesTokens: false,
  advances: false,
  doubtfulEnds: 0,
  askedWith: null,
  askedTimes: 0,
  askedFrom: 0,
  answered: null,
};

/** A request's token as it was read. */
export interface Asked {
  /** As it stood in the header; "" where there was none. */
  header: string;
  /** Where it says the device stands; undefined where it is not one of this device's present line. */
  position?: SyncPosition;
  /** For a token given on an assumption: where the device stands if the assumption was wrong. */
  origin?: SyncPosition;
}

/** Where to go on, and on what ground. */
export interface Hearing {
  position: SyncPosition;
  /** Where the device stands by its own word, when `position` is only assumed: the next token carries it along. */
  origin?: SyncPosition;
  /** What the request has shown. */
  habits: SyncHabits;
}

/** An answer may be lost and asked for again so often before it is assumed that the device never changes its token. */
const REPLAYS = 3;
/** So often a device that came through to the end on an assumption is led through again before it is believed. */
const DOUBTS = 3;
const MOST_COUNTED = 100;

/**
 * Decides where a device stands. Its own word is its token. Only where that leads nowhere is it assumed that the last
 * answer arrived, and then the token it gets says so: a device that comes back with such a token has proved that it does
 * carry tokens, the assumption was wrong, and it goes on from where it really was. So an assumption never loses anything,
 * it can only cost a page that is sent twice.
 */
export function hear(asked: Asked, habits: SyncHabits): Hearing {
  const learnt = learnFrom(asked, habits);
  const word = standsAt(asked, learnt);
  const assumed = assumption(asked, habits);
  const habitsNow = { ...learnt, askedFrom: provenTo(word) };
  return { position: assumed ?? word, ...(assumed && { origin: word }), habits: habitsNow };
}

/** Counts one more answer: `more` says whether it told the device to go on. */
export function answering(habits: SyncHabits, header: string, more: boolean): SyncHabits {
  const same = habits.askedWith === header;
  return {
    ...habits,
    tokensGiven: Math.min(habits.tokensGiven + 1, MOST_COUNTED),
    askedWith: header,
    askedTimes: more ? (same ? Math.min(habits.askedTimes + 1, MOST_COUNTED) : 1) : 0,
    answered: same ? habits.answered : null,
  };
}

function learnFrom({ header, position, origin }: Asked, habits: SyncHabits): SyncHabits {
  if (!position) return { ...habits, carriesTokens: habits.carriesTokens || header !== '' };
  const advances = habits.advances || !isSettled(position);
  const doubtful = origin !== undefined && !advances && isSettled(position) && header !== habits.askedWith;
  return { ...habits, carriesTokens: true, advances, doubtfulEnds: habits.doubtfulEnds + (doubtful ? 1 : 0) };
}

function standsAt({ position, origin }: Asked, { advances, doubtfulEnds }: SyncHabits): SyncPosition {
  if (!position) return settledAt(0);
  const believed = !advances && doubtfulEnds >= DOUBTS;
  return origin && !believed ? origin : position;
}

function assumption({ header, position }: Asked, habits: SyncHabits): SyncPosition | undefined {
  const { answered, askedTimes, askedWith } = habits;
  if (!answered || askedWith !== header) return undefined;
  const sendsNone = header === '' && !habits.carriesTokens && habits.tokensGiven >= 2;
  const repeats = position !== undefined && askedTimes > REPLAYS && answered.more;
  return sendsNone || repeats ? answered.position : undefined;
}
