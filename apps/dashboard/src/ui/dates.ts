const LOCALE = 'en-GB';
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;
const DAYS_SAID_AS_AGE = 14;

/** An ISO time by its age ("3 minutes ago"), or as a date once it is more than two weeks old. `now` in milliseconds. */
export function ageOf(time: string, now: number): string {
  const seconds = (now - Date.parse(time)) / 1000;
  if (seconds > DAYS_SAID_AS_AGE * 86_400) return dateOf(time);
  const step = STEPS.find((candidate) => seconds >= candidate.seconds);
  return step ? relative.format(-Math.floor(seconds / step.seconds), step.unit) : 'just now';
}

/** How long it is until an ISO time: "in 14 minutes", or "any moment now" once it has come. `now` in milliseconds. */
export function waitUntil(time: string, now: number): string {
  const seconds = (Date.parse(time) - now) / 1000;
  if (seconds <= 0) return 'any moment now';
  const step = STEPS.find((candidate) => seconds >= candidate.seconds);
  return step ? relative.format(Math.floor(seconds / step.seconds), step.unit) : 'in less than a minute';
}

/** An ISO time as date and time of day, where the reader is. */
export function exactly(time: string): string {
  return exact.format(new Date(time));
}

/** "1969", "1969-03" or "1969-03-01" as words, no more precise than it came. */
export function dateOf(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (month === undefined) return year;
  const options = { year: 'numeric', month: 'long', day: day === undefined ? undefined : 'numeric' } as const;
  // Noon: no time zone makes another day of it.
  const at = new Date(`${year}-${month}-${day ?? '01'}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : at.toLocaleDateString(LOCALE, { ...options, timeZone: 'UTC' });
}
