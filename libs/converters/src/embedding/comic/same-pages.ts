import { isDeepStrictEqual } from 'node:util';
import type { OpenedComic } from '@octavo/formats';
import { spoilt } from '../spoilt.js';

/**
 * Throws 'conversion.failed' unless two comics have the same pages in the same order, read in the same direction, with
 * the same cover and bookmarks.
 */
export function checkPages(original: OpenedComic, result: OpenedComic): void {
  const facts = ({ pages, frontCover, rightToLeft, bookmarks }: OpenedComic) => ({
    pages: pages.map(({ name, size }) => [name, size]),
    frontCover,
    rightToLeft,
    bookmarks,
  });
  if (!isDeepStrictEqual(facts(original), facts(result))) throw spoilt('has other pages than its comic');
}
