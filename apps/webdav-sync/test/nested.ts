import type { DavTree } from '@octavo/testing';
import { sized } from './shelf.js';

/** Ten folders with ten more in each, of two books each; some of another size ("3/4/a" is a.epub in the fifth of the fourth). */
export function nested(changes: Record<string, number> = {}): DavTree {
  const books = (at: string) =>
    Object.fromEntries(
      ['a', 'b'].map((name, i) => [`${name}.epub`, sized(changes[`${at}/${name}`] ?? sizeAt(at) + i)]),
    );
  const inner = (outer: number) =>
    Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`In ${at}`, books(`${outer}/${at}`)]));
  return Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`Out ${at}`, inner(at)]));
}
const sizeAt = (at: string) => 2_000 + 100 * Number(at.split('/')[0]) + 4 * Number(at.split('/')[1]);
