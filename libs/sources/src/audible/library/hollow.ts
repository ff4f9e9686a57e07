import { isHollow, type ItemContext } from './items/index.js';
import type { RawRow } from './read-page.js';

/** Before a page that came without titles is asked for again, in milliseconds. */
export const HOLLOW_PAUSES = [1000, 3000, 10_000];

const FEWEST = 3;
const SHARE = 0.2;

/**
 * True for a page whose rows lack their titles in such number that something ails the server: a fifth of them and three
 * at least, or all.
 */
export function isHollowPage(rows: readonly RawRow[], context: ItemContext): boolean {
  const hollow = rows.filter(({ raw }) => isHollow(raw, context)).length;
  return hollow > 0 && (hollow === rows.length || (hollow >= FEWEST && hollow >= rows.length * SHARE));
}
