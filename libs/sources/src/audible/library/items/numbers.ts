import type { Json } from '../json-value.js';

const LARGEST = 2_147_483_647;

/**
 * A count as Audible writes it: a whole number, one with a fraction (rounded), or a text of either. Undefined for true
 * and false, for what is below nothing and for everything else.
 */
export function countOf(value: Json): number | undefined {
  const number = numberOf(value);
  return number === undefined || number < 0 || number > LARGEST ? undefined : Math.round(number);
}

/** A number, or a text of digits that is one. */
export function numberOf(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  return /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

/** A share of a hundred. */
export function percentOf(value: Json): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number >= 0 && number <= 100 ? number : undefined;
}
