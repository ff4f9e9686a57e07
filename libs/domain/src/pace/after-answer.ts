import type { HostPace, PaceRules } from './host-pace.js';

/** What came of a request, as far as its host is concerned. */
export type HostAnswer =
  | { kind: 'ok' }
  /** It does not want to be asked; `retryAfterSec` as it says, if it does. */
  | { kind: 'blocked'; reason: string; retryAfterSec?: number }
  /** It failed, and failed again. */
  | { kind: 'outage'; reason: string }
  /** It was asked, and how it stands is not known yet: a redirect, a first failure, a request that was cut short. */
  | { kind: 'open' }
  /** Nobody asked it after all. */
  | { kind: 'unasked' };

/** A turn that ends: when, a number from 0 to 1 that spreads the gap, and whether it was counted as a product page. */
export interface EndOfTurn {
  now: Date;
  random: number;
  isPage: boolean;
}

/** The pauses after refusals in a row; the last goes on. */
const PAUSES_MIN = [2, 5, 10, 30, 60] as const;
const OUTAGE_PAUSE_MS = 60_000;
const MINUTE_MS = 60_000;
const LONGEST_REASON = 200;

/**
 * How a host stands after a turn. A refusal closes it for longer each time, or as long as it asks for; an answer opens it;
 * a failure closes it for a minute.
 */
export function afterAnswer(
  host: HostPace,
  answer: HostAnswer,
  { now, random, isPage }: EndOfTurn,
  rules: PaceRules,
): HostPace {
  const free = { ...host, heldUntil: null };
  if (answer.kind === 'unasked') return { ...free, pages: Math.max(0, host.pages - (isPage ? 1 : 0)) };
  const rested = { ...free, nextAt: after(now, rules.gapMs + Math.floor(random * rules.jitterMs)) };
  switch (answer.kind) {
    case 'open':
      return rested;
    case 'ok':
      return { ...rested, refusals: 0, closedUntil: null, reason: null };
    case 'outage':
      return { ...rested, ...closed(after(now, OUTAGE_PAUSE_MS), answer.reason) };
    case 'blocked':
      return {
        ...rested,
        refusals: host.refusals + 1,
        ...closed(after(now, pauseAfter(host.refusals + 1, answer.retryAfterSec)), answer.reason),
      };
  }
}

/** Milliseconds that a host is left alone after so many refusals in a row, and at least as long as it asks for. */
export function pauseAfter(refusals: number, retryAfterSec = 0): number {
  const minutes = PAUSES_MIN[Math.min(Math.max(refusals, 1), PAUSES_MIN.length) - 1] ?? 60;
  return Math.max(minutes * MINUTE_MS, retryAfterSec * 1000);
}

const after = (now: Date, ms: number) => new Date(now.getTime() + ms);

function closed(closedUntil: Date, reason: string): Pick<HostPace, 'closedUntil' | 'reason'> {
  return { closedUntil, reason: reason.slice(0, LONGEST_REASON) };
}
