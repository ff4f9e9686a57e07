const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EARLIEST = Date.UTC(1980, 0, 1);
const FUTURE_MS = 2 * 24 * 60 * 60 * 1000;

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})`;
const ZONE = String.raw`(?:\s*(?<zone>GMT|UTC?|Z|[+-]\d{2}:?\d{2}))?`;
/** What servers write: RFC 9110 §5.6.7 with its two elders, numeric zones, and ISO 8601. */
const FORMS = [
  String.raw`^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})[ -](?<month>[a-z]{3})[ -](?<year>\d{4}|\d{2})\s+${TIME}${ZONE}$`,
  String.raw`^[a-z]{3}\s+(?<month>[a-z]{3})\s+(?<day>\d{1,2})\s+${TIME}${ZONE}\s+(?<year>\d{4})$`,
  String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[t ]${TIME}(?:[.,]\d{1,9})?${ZONE}$`,
].map((form) => new RegExp(form, 'i'));

/** A moment as a server writes it, or undefined. Whole seconds; what says no zone is taken for UTC. */
export function readDate(text: string): Date | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 64) return undefined;
  for (const form of FORMS) {
    const parts = form.exec(trimmed)?.groups;
    if (parts) return fromParts(parts);
  }
  return undefined;
}

/** When a file was changed; undefined for moments no book file has: before 1980, or more than two days ahead. */
export function readModified(text: string, now: number): Date | undefined {
  const date = readDate(text);
  return date && date.getTime() >= EARLIEST && date.getTime() <= now + FUTURE_MS ? date : undefined;
}

function fromParts(parts: Record<string, string | undefined>): Date | undefined {
  const month = monthOf(parts['month'] ?? '');
  const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map((key) =>
    Number(parts[key]),
  );
  if (year === undefined || day === undefined || month < 0) return undefined;
  const full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
  const date = new Date(Date.UTC(full, month, day, hour, minute, second));
  const onClock = (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) <= 60;
  const isReal = onClock && date.getUTCMonth() === month && date.getUTCDate() === day;
  return isReal ? new Date(date.getTime() - zoneMs(parts['zone'])) : undefined;
}

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) - 1 : MONTHS.indexOf(text.toLowerCase());
}

function zoneMs(zone = ''): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
