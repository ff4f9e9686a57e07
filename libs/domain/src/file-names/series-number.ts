const WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, String(at + 1)]),
);
const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };
const ROMAN = /^(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})$/i;

/** "01" -> "1", "2,5" -> "2.5", "001-003" -> "1-3", "2a" stays. Undefined for what is no place in a series. */
export function seriesNumber(text: string): string | undefined {
  const range = /^(\d{1,4})[-–][vc#]?(\d{1,4})$/i.exec(text);
  if (range) return `${Number(range[1])}-${Number(range[2])}`;
  const plain = /^(\d{1,4})(?:[.,](\d{1,2}))?([a-z]?)$/i.exec(text);
  if (!plain) return undefined;
  const decimals = Number(plain[2] ?? 0) === 0 ? '' : `.${plain[2]}`;
  return `${Number(plain[1])}${decimals}${(plain[3] ?? '').toLowerCase()}`;
}

/** As behind a word such as "Book", where numbers may be words or Roman: "Two" -> "2", "IV" -> "4". */
export function labelledNumber(text: string): string | undefined {
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) return word;
  return text !== '' && ROMAN.test(text) ? String(fromRoman(text.toLowerCase())) : seriesNumber(text);
}

function fromRoman(roman: string): number {
  const values = [...roman].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
