const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EARLIEST = Date.UTC(1980, 0, 1);
const FUTURE_MS = 2 * 24 * 60 * 60 * 1000;

const TIME = String.raw`(\d{1,2}):(\d{2}):(\d{2})`;
const ZONE = String.raw`(?:\s*(GMT|UTC?|Z|[+-]\d{2}:?\d{2}))?`;
/** What servers write: RFC 9110 §5.6.7 with its two elders, numeric zones, and ISO 8601; and which part stands where. */
const FORMS = [
  {
    form: String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2})\s+${TIME}${ZONE}$`,
    at: { day: 1, month: 2, year: 3, time: 4, zone: 7 },
  },
  {
    form: String.raw`^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+${TIME}${ZONE}\s+(\d{4})$`,
    at: { month: 1, day: 2, time: 3, zone: 6, year: 7 },
  },
  {
    form: String.raw`^(\d{4})-(\d{2})-(\d{2})[t ]${TIME}(?:[.,]\d{1,9})?${ZONE}$`,
    at: { year: 1, month: 2, day: 3, time: 4, zone: 7 },
  },
].map(({ form, at }) => ({ form: new RegExp(form, 'i'), at }));
type Places = (typeof FORMS)[number]['at'];

/** The form that is asked for, and nearly always written; read by its places in a fraction of the time. */
const USUAL = /^[a-z]{3}, \d\d [a-z]{3} \d{4} \d\d:\d\d:\d\d GMT$/i;

/** A moment as a server writes it, or undefined. Whole seconds; what says no zone is taken for UTC. */
export function readDate(text: string): Date | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 64) return undefined;
  if (USUAL.test(trimmed)) return fromUsual(trimmed);
  for (const { form, at } of FORMS) {
    const parts = form.exec(trimmed);
    if (parts) return fromParts(parts, at);
  }
  return undefined;
}

/** When a file was changed; undefined for moments no book file has: before 1980, or more than two days ahead. */
export function readModified(text: string, now: number): Date | undefined {
  const date = readDate(text);
  return date && date.getTime() >= EARLIEST && date.getTime() <= now + FUTURE_MS ? date : undefined;
}

/** As they are written. */
interface Parts {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function fromUsual(text: string): Date | undefined {
  const parts = {
    year: digits(text, 12, 16),
    month: monthOf(text.slice(8, 11)),
    day: digits(text, 5, 7),
    hour: digits(text, 17, 19),
    minute: digits(text, 20, 22),
    second: digits(text, 23, 25),
  };
  return moment(parts, 0);
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

function fromParts(parts: readonly string[], at: Places): Date | undefined {
  const read = {
    year: Number(parts[at.year]),
    month: monthOf(parts[at.month] ?? ''),
    day: Number(parts[at.day]),
    hour: Number(parts[at.time]),
    minute: Number(parts[at.time + 1]),
    second: Number(parts[at.time + 2]),
  };
  return moment(read, zoneMs(parts[at.zone]));
}

/** Undefined for what no clock and no calendar shows. */
function moment({ year, month, day, hour, minute, second }: Parts, zone: number): Date | undefined {
  const full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return undefined;
  const ms = Date.UTC(full, month, day, hour, minute, second);
  // Nearly all moments are on the calendar beyond doubt; to look up the others takes longer than all the rest.
  const isPlain = month < 12 && day >= 1 && day <= 28 && second < 60;
  return isPlain || isOn(new Date(ms), month, day) ? new Date(ms - zone) : undefined;
}

function isOn(date: Date, month: number, day: number): boolean {
  return date.getUTCMonth() === month && date.getUTCDate() === day;
}

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) - 1 : MONTHS.indexOf(text.toLowerCase());
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'GMT') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
