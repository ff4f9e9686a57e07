const HOUR = 3_600_000;
const CLOCK = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', hour: 'numeric', hourCycle: 'h23' });

/** The first moment of a day ("2016-07-26") on the Pacific coast, in milliseconds since 1970. */
export function pacificMidnight(date: string): number {
  const inUtc = Date.parse(`${date}T00:00:00Z`);
  const offset = [7, 8].find((hours) => Number(CLOCK.format(inUtc + hours * HOUR)) === 0) ?? 8;
  return inUtc + offset * HOUR;
}
