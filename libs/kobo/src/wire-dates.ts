const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** `YYYY-MM-DDTHH:MM:SSZ` in UTC, as every server sends it. Years outside 1000 to 9999 are moved to the nearest end. */
export function wireDate(date: Date): string {
  const time = Math.min(Math.max(date.getTime(), EARLIEST), LATEST);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A time as devices and other servers write it: ISO 8601 with up to nine digits of fraction (the store has seven),
 * with Z or an offset, UTC where neither is given. Undefined for anything else.
 */
export function readWireDate(text: string | undefined): Date | undefined {
  const [, day, time, fraction = '', zone = 'Z'] = ISO.exec(text?.trim() ?? '') ?? [];
  if (day === undefined || time === undefined) return undefined;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const date = new Date(`${day}T${time}${fraction}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const PARTIAL = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * "1969", "1969-03" or "1969-03-01" as the wire wants a date of publication: whole, so unknown parts become the first.
 * Undefined for what is no date, and before the year 1000, which other programs use for "undefined".
 */
export function publicationDate(partial: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = PARTIAL.exec(partial ?? '') ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month}-${day}`;
  return date.toISOString().startsWith(text) ? `${text}T00:00:00Z` : undefined;
}
