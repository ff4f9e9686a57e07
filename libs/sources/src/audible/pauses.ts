import type { Timing } from '../timing.js';

const FIRST_SEC = 0.5;
const LONGEST_SEC = 30;
const CHANCE = 0.2;
const MOST_BELIEVED_SEC = 24 * 60 * 60;
const HTTP_DATE = /^(?:[a-z]{3,9},?\s+)?\d{1,2}[ -][a-z]{3}[ -]\d{2,4}\s+\d{1,2}:\d{2}:\d{2}(?:\s+(?:gmt|utc))?$/i;

/**
 * Seconds to wait that a server told, as a number or a moment (RFC 9110 §10.2.3), a day at most. Undefined for what is
 * neither, and for numbers below nothing; a moment that is past is 0. `now` in milliseconds since 1970.
 */
export function readRetryAfter(text: string | undefined, now: number): number | undefined {
  const told = text?.trim() ?? '';
  if (/^\d{1,15}(?:\.\d{1,6})?$/.test(told)) return bounded(Number(told));
  if (told.length > 40 || !HTTP_DATE.test(told)) return undefined;
  const moment = Date.parse(/(?:gmt|utc)$/i.test(told) ? told : `${told} GMT`);
  return Number.isNaN(moment) ? undefined : bounded((moment - now) / 1000);
}

function bounded(seconds: number): number {
  return Math.min(Math.max(0, Math.ceil(seconds)), MOST_BELIEVED_SEC);
}

/** Milliseconds before the attempt after the `attempt`th: half a second, doubled each time, a fifth more or less by chance. */
export function pauseMs(attempt: number, timing: Timing): number {
  const seconds = Math.min(FIRST_SEC * 2 ** (attempt - 1), LONGEST_SEC);
  return Math.round(seconds * 1000 * (1 - CHANCE + 2 * CHANCE * timing.random()));
}
