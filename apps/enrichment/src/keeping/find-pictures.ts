import type { CoverRow, ProviderFind } from '@octavo/database';
import { findName, type FindToNote } from './new-finds.js';

/** Nobody compares more, and each is a request. */
const MOST_PICTURED = 3;

/** Pictures by the name of the find that they are of. */
export type Pictures = ReadonlyMap<string, CoverRow>;

/** The ids of the pictures that finds of a book have already, by the find's name. */
export function picturesKnown(
  finds: readonly Pick<ProviderFind, 'provider' | 'candidateId' | 'coverId'>[],
): ReadonlyMap<string, string> {
  return new Map(finds.flatMap((find) => (find.coverId === null ? [] : [[findName(find), find.coverId]])));
}

/** The suggestions whose pictures are to be fetched: the best that have one which is not known yet. */
export function toBePictured(finds: readonly FindToNote[], known: ReadonlyMap<string, string>): FindToNote[] {
  const lacksPicture = (find: FindToNote) => find.candidate.cover !== undefined && !known.has(findName(find));
  const suggested = finds.filter((find) => find.standing === 'SUGGESTED' && lacksPicture(find));
  return suggested.toSorted((a, b) => b.score - a.score).slice(0, MOST_PICTURED);
}

/** Finds with the pictures that were fetched of them. */
export function withPictures(finds: readonly FindToNote[], pictures: Pictures): FindToNote[] {
  return finds.map((find) => {
    const picture = pictures.get(findName(find));
    return picture ? { ...find, coverId: picture.id } : find;
  });
}
