const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,12}))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** Audible began in 1995: earlier moments stand for "unknown". */
const EARLIEST = Date.UTC(1995, 0, 1);

/**
 * A moment as Audible writes it, in milliseconds since 1970. Fractions may have any number of digits; without a zone it
 * is UTC, not the time of this machine; a bare date is its first moment. Undefined for everything else.
 */
export function readInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const found = FORM.exec(value.trim());
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined || year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isTime = (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) <= 60;
  if (!isDate || !isTime) return undefined;
  const ms = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3));
  return date.getTime() + (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000 + ms - zoneMs(found[8]);
}

/** The same for moments at which something was bought or added: an epoch's start tells nothing. */
export function readPurchase(value: unknown): number | undefined {
  const ms = readInstant(value);
  return ms !== undefined && ms >= EARLIEST ? ms : undefined;
}

/** ISO 8601 in UTC with milliseconds; undefined where there is no moment. */
export function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined || Math.abs(ms) > 8.64e15 ? undefined : new Date(ms).toISOString();
}

/** The date at the beginning of a text, as written: no zone moves it. Undefined where there is no such day. */
export function readDay(value: unknown): string | undefined {
  const day = typeof value === 'string' ? value.trim().slice(0, 10) : '';
  const ms = readInstant(day);
  return ms === undefined || ms < Date.UTC(1800, 0, 1) ? undefined : day;
}

function zoneMs(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
