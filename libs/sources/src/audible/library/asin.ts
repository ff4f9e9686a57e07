import type { Json } from './json-value.js';

const ASIN = /^[A-Z0-9]{10}$/;

/**
 * The number of a title: ten letters and digits, in capitals. Undefined for what is no text of this form; a JSON number
 * is none, for it has lost its leading zeros.
 */
export function readAsin(value: Json): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const asin = value.trim().toUpperCase();
  return ASIN.test(asin) ? asin : undefined;
}
