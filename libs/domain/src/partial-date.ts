/** A date as precise as its source: a year, a month or a day. Nothing is ever filled up with a first of January. */
export interface PartialDate {
  year: number;
  month?: number;
  day?: number;
}

/** "1969", "1969-03" or "1969-03-01". */
export function formatPartialDate({ year, month, day }: PartialDate): string {
  return [String(year).padStart(4, '0'), month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
