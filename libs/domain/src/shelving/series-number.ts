/** As many as the longest series of books that people number have; always the same, so that book 100 renames no other. */
const DIGITS = 3;
const MOST_LETTERS = 20;

/**
 * A number as printed, so that names which begin with it stand in order: "2" -> "002", before "10" -> "010"; "2.5" ->
 * "002.5" and "1-3" -> "001-003" in between. What is no number stays.
 */
export function sortableNumber(printed: string): string {
  return printed
    .trim()
    .slice(0, MOST_LETTERS)
    .replace(/(?<![\d.,])\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(DIGITS, '0'));
}
