import { readAsin } from './asin.js';

/** Distinct titles in the order they came, so many at a time; what is no ASIN is left out. */
export function batchesOf(asins: Iterable<string>, size: number): string[][] {
  const distinct = [...new Set([...asins].flatMap((asin) => readAsin(asin) ?? []))];
  return Array.from({ length: Math.ceil(distinct.length / size) }, (_, at) =>
    distinct.slice(at * size, (at + 1) * size),
  );
}
