import type { PartialDate } from './partial-date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

interface Pattern {
  readonly form: RegExp;
  /** Which group holds what. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const PATTERNS: readonly Pattern[] = [
  { form: /^(\d{4})$/, year: 1 },
  { form: /^(\d{4})[-/.](\d{1,2})$/, year: 1, month: 2 },
  // With a time and a zone the date still counts as written: a shift would move it to the day before.
  { form: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s].*)?$/, year: 1, month: 2, day: 3 },
  { form: /^(\d{4})(\d{2})(\d{2})$/, year: 1, month: 2, day: 3 },
  { form: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, year: 3, month: 2, day: 1 },
  { form: new RegExp(`^${MONTH},?\\s+(\\d{4})$`), year: 2, month: 1 },
  { form: new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`), year: 3, month: 1, day: 2 },
  // RFC 2822 has a weekday before and a time behind.
  {
    form: new RegExp(`^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})\\.?\\s+${MONTH}\\s+(\\d{4})(?:\\s.*)?$`),
    year: 3,
    month: 2,
    day: 1,
  },
];

/**
 * A date in any of the forms books carry, no more precise than it was written. "c1998" and "©1998" are 1998.
 * Undefined for what is no date, for years before 1000 (placeholders such as 0101-01-01) and for more than five
 * years after `thisYear`.
 */
export function parseDate(text: string, thisYear = new Date().getFullYear()): PartialDate | undefined {
  const written = text
    .trim()
    .slice(0, 60)
    .toLowerCase()
    .replace(/^(?:\(c\)|©|c\.?)\s*(?=\d)/, '');
  for (const { form, year, month, day } of PATTERNS) {
    const found = form.exec(written);
    if (found) {
      const date = {
        year: Number(found[year]),
        month: monthNumber(found[month ?? -1]),
        day: numberOf(found[day ?? -1]),
      };
      return checked(date, thisYear);
    }
  }
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function monthNumber(text: string | undefined): number | undefined {
  const index = MONTHS.indexOf(text ?? '');
  return index >= 0 ? index + 1 : numberOf(text);
}

/** A month or day that cannot be is dropped with all that is finer: "2001-00-00" is the year 2001. */
function checked({ year, month, day }: PartialDate, thisYear: number): PartialDate | undefined {
  if (year < 1000 || year > thisYear + 5) return undefined;
  if (month === undefined || month < 1 || month > 12) return { year };
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day === undefined || day < 1 || day > daysInMonth ? { year, month } : { year, month, day };
}
