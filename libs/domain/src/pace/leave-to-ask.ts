import { type HostPace, pagesToday, type PaceRules, utcDay } from './host-pace.js';

/** Whether a host may be asked at a moment. Every `until` is when it is worth trying again. */
export type Leave =
  | { kind: 'go' }
  /** Its turn comes: the gap after the last request, or somebody is asking it. */
  | { kind: 'wait'; until: Date; because: 'pace' | 'held' }
  /** It refused or failed of late. */
  | { kind: 'closed'; until: Date; reason: string }
  /** As many product pages as a day has were asked for. */
  | { kind: 'ceiling'; until: Date };

const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether a host may be asked at `now`: one request at a time, spaced, none while it is closed, and only so many product
 * pages (`isPage`) a day. After a closing the first who comes tries; the others wait for what becomes of that.
 */
export function leaveToAsk(host: HostPace, now: Date, rules: PaceRules, isPage: boolean): Leave {
  const { closedUntil, heldUntil, nextAt, reason } = host;
  if (closedUntil !== null && closedUntil > now) return { kind: 'closed', until: closedUntil, reason: reason ?? '' };
  if (isPage && pagesToday(host, now) >= (rules.pagesPerDay ?? Infinity))
    return { kind: 'ceiling', until: nextDay(host, now) };
  if (heldUntil !== null && heldUntil > now) return { kind: 'wait', until: heldUntil, because: 'held' };
  return nextAt > now ? { kind: 'wait', until: nextAt, because: 'pace' } : { kind: 'go' };
}

/** A host that somebody asks from `now` on, who has it until `heldUntil` at most. */
export function whileAsked(host: HostPace, now: Date, hold: { heldUntil: Date; isPage: boolean }): HostPace {
  const today = utcDay(now);
  return {
    ...host,
    heldUntil: hold.heldUntil,
    day: today > host.day ? today : host.day,
    pages: pagesToday(host, now) + (hold.isPage ? 1 : 0),
  };
}

/** When the day ends whose pages are counted. */
function nextDay({ day }: HostPace, now: Date): Date {
  const today = utcDay(now);
  return new Date(Date.parse(`${today > day ? today : day}T00:00:00Z`) + DAY_MS);
}
