const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A span of seconds that is over: "12 seconds", "3 minutes", "1 h 20 min". */
export function tookWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  const minutes = Math.round(seconds / MINUTE);
  if (Math.round(seconds) < MINUTE) return counted(Math.round(seconds), 'second');
  return minutes < 60 ? counted(minutes, 'minute') : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A span of seconds to be waited, never said shorter than it is: "30 seconds", "2 minutes", "3 hours". */
export function waitWords(seconds: number): string {
  if (seconds <= MINUTE) return counted(Math.ceil(seconds), 'second');
  if (seconds <= HOUR) return counted(Math.ceil(seconds / MINUTE), 'minute');
  return counted(Math.ceil(seconds / HOUR), 'hour');
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
