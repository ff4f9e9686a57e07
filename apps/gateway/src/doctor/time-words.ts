const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** "3 minutes", in the largest unit that fits; the sign is left out. */
export function spanInWords(seconds: number): string {
  const length = Math.abs(Math.round(seconds));
  const [unit, size] = UNITS.find(([, most]) => length >= most) ?? UNITS[3];
  const count = Math.floor(length / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "3 minutes ago"; "just now" for less than a minute, and for what seems to be still to come. */
export function ago(then: Date, now: Date): string {
  const seconds = (now.getTime() - then.getTime()) / 1000;
  return seconds < 60 ? 'just now' : `${spanInWords(seconds)} ago`;
}
