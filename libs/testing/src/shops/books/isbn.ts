import { parseIsbn } from '@octavo/domain';

/** The ISBN-13 of a number, below a prefix of four digits; with whichever check digit fits. */
export function inventedIsbn(number: number, prefix = '9781'): string {
  const digits = `${prefix}${40_280_000 + number}`;
  return [...'0123456789'].map((check) => digits + check).find((isbn) => parseIsbn(isbn) !== undefined)!;
}
