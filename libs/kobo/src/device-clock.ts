import { readWireDate } from './wire-dates.js';

/** So much a good clock may be ahead: requests take their time, and clocks drift. */
const TOLERANCE_SEC = 60;
/** Before this no device could have told us anything: its battery was empty, and its clock began anew. */
const EARLIEST = Date.UTC(2015, 0, 1);
const FURTHEST = 2 ** 31 - 1;
const MOST_STATES = 1_000;
const PARTS = ['CurrentBookmark', 'Statistics', 'StatusInfo'];

/**
 * The newest time that the body of PUT v1/library/{id}/state tells, as the device wrote it and not as it is taken;
 * undefined where it tells none. Takes anything and never throws.
 */
export function newestTimeIn(body: unknown): Date | undefined {
  const states = fieldOf(body, 'ReadingStates');
  if (!Array.isArray(states)) return undefined;
  const times = states.slice(0, MOST_STATES).flatMap((state: unknown) =>
    [state, ...PARTS.map((part) => fieldOf(state, part))].flatMap((part) => {
      const text = fieldOf(part, 'LastModified');
      const time = typeof text === 'string' ? readWireDate(text.slice(0, 50)) : undefined;
      return time ? [time.getTime()] : [];
    }),
  );
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}

/**
 * Seconds by which a device's clock is ahead of `now`, judged by the newest time it told; negative for behind. Null where
 * that time proves nothing: a place may be told long after it was reached, but never before (ours).
 */
export function clockAhead(newest: Date, now: Date): number | null {
  const seconds = Math.round((newest.getTime() - now.getTime()) / 1000);
  if (seconds <= TOLERANCE_SEC && newest.getTime() >= EARLIEST) return null;
  return Math.min(FURTHEST, Math.max(-FURTHEST, seconds));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
