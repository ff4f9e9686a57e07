/** Something that names a book: { scheme: 'isbn', value: '9780441478125' }. ISBNs are always stored as 13 digits. */
export interface Identifier {
  scheme: string;
  value: string;
}

const NOISE = /[\s\-\u2010-\u2015\u00ad\u200b-\u200f\u2060\ufeff]/g;
const ISBN_LABEL = /^(?:urn:)?e?-?isbn(?:[-_ ]?1[03])?\s*[:=]?\s*/i;

/**
 * A labelled or bare ISBN-10, ISBN-13 or nine-digit SBN as 13 digits. Undefined when the check digit does not fit, for
 * other article numbers (only 978 and 979 are books, and 979-0 is sheet music) and for placeholders that happen to fit.
 */
export function parseIsbn(text: string): string | undefined {
  const digits = text.trim().replace(ISBN_LABEL, '').replace(NOISE, '').toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return isIsbn13(digits) ? digits : undefined;
  const ten = digits.length === 9 ? `0${digits}` : digits;
  if (!/^\d{9}[\dX]$/.test(ten) || checkDigit10(ten) !== ten[9]) return undefined;
  const isbn = `978${ten.slice(0, 9)}`;
  return isPlaceholder(isbn) ? undefined : isbn + checkDigit13(isbn);
}

/** The ten digits of an ISBN that had them: "9780441478125" -> "0441478123". Undefined for 979 and for what is no ISBN. */
export function isbn10Of(isbn: string): string | undefined {
  const digits = parseIsbn(isbn);
  if (!digits?.startsWith('978')) return undefined;
  const core = digits.slice(3, 12);
  return core + checkDigit10(core);
}

function isIsbn13(digits: string): boolean {
  return !digits.startsWith('9790') && !isPlaceholder(digits) && checkDigit13(digits) === digits[12];
}

/** ISO 2108: weights 1 and 3 by turns, the sum is a multiple of ten. */
function checkDigit13(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place++) sum += Number(digits[place]) * (place % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 2108 before 2007: weights from ten down, the sum is a multiple of eleven; X stands for ten. */
function checkDigit10(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}

/** 978 0000000002 and 978 1234567897 are valid by arithmetic and stand in many templates. */
function isPlaceholder(digits: string): boolean {
  const core = digits.slice(3, 12);
  return /^(\d)\1*$/.test(core) || core === '123456789' || core === '012345678';
}

/**
 * An Amazon number. One that is an ISBN-10 names the printed book; 'isbn' is then the better scheme.
 */
export function parseAsin(text: string): Identifier | undefined {
  const value = text.trim().toUpperCase();
  if (!/^[A-Z0-9]{10}$/.test(value)) return undefined;
  const isbn = parseIsbn(value);
  if (isbn !== undefined) return { scheme: 'isbn', value: isbn };
  return /\d/.test(value) && /[A-Z]/.test(value) ? { scheme: 'asin', value } : undefined;
}

/** In lower case without "urn:uuid:"; undefined for what is none, or all zeros. */
export function parseUuid(text: string): string | undefined {
  const found = /^(?:urn:)?(?:uuid:)?\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i.exec(text.trim());
  const uuid = found?.[1]?.toLowerCase();
  return uuid === undefined || /^[0-]*$/.test(uuid) ? undefined : uuid;
}

export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return a.scheme === b.scheme && a.value === b.value;
}
