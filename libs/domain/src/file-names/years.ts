const FIRST_YEAR = 1400;

/** True for four digits from the first printed books to two years from now, as far ahead as books are announced. */
export function isPlausibleYear(text: string, thisYear = new Date().getFullYear()): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= thisYear + 2;
}
