import type { DataPath } from './data-files.js';

/** Two levels, so that no folder grows beyond what file systems like. */
const shelf = (id: string) => id.slice(0, 2);

/** The original bytes of a cover. `coverId` is their fingerprint. */
export const coverPath = (coverId: string): DataPath => ['covers', shelf(coverId), coverId];

/** A cover fitted into a box, in pixels. */
export const sizedCoverPath = (coverId: string, width: number, height: number): DataPath => [
  'covers',
  shelf(coverId),
  `${coverId}.${width}x${height}.jpg`,
];

/** A whole copy of a file on another server, by the revision of its item ("dav" and hexadecimal digits). */
export function copyPath(revision: string, format: string): DataPath {
  return [COPIES, revision.slice(-2), `${revision}.${format}`];
}

/** Where those copies lie. */
export const COPIES = 'cache';

/** A converted file: by its source's content, the recipe it was made by and what it was turned into. */
export function convertedPath(source: { fingerprint: string; size: bigint }, target: string, recipe: string): DataPath {
  const extension = target === 'kepub' ? 'kepub.epub' : target;
  return ['converted', shelf(source.fingerprint), `${source.fingerprint}-${source.size}.${recipe}.${extension}`];
}
