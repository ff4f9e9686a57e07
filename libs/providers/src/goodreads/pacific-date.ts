import type { PartialDate } from '@octavo/domain';

/** ISO 8601 reckons every year as we do now; the usual calendar of `Intl` has Julian days before 1582. */
const FORMAT = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
const EARLIEST = Date.UTC(1000, 0, 2);
/** The last instant there is, in milliseconds (ECMA-262, 21.4.1.1). */
const LATEST = 8.64e15;
/** Before it, nobody knows by which calendar a day was meant. */
const FIRST_GREGORIAN_YEAR = 1583;

/**
 * The day a book came out, from Goodreads' milliseconds since 1970: midnight on the Pacific coast, whatever zone we are
 * in. A first of January is how Goodreads keeps a bare year, and is no more than that. Undefined for years before 1000
 * and for more than five after `thisYear`.
 */
export function pacificDate(milliseconds: number, thisYear = new Date().getFullYear()): PartialDate | undefined {
  if (!(milliseconds >= EARLIEST && milliseconds <= LATEST)) return undefined;
  const parts = new Map(FORMAT.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, day = 1] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (year > thisYear + 5) return undefined;
  return year < FIRST_GREGORIAN_YEAR || (month === 1 && day === 1) ? { year } : { year, month, day };
}
