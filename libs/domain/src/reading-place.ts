import type { ReadingParts } from './reading-state.js';

/** A bookmark as a place in one file of its book; `content` is that file's checksum. */
export interface PlaceInFile {
  content: string;
  /** Of the bookmark that it expresses. */
  bookmarkAt: Date;
  source: string;
  type: string;
  value: string;
  contentPercent: number | null;
}

/**
 * A reading as a device that has the file `content` may be told of it unasked. A percentage without a place in that very
 * file changes the figure on the device's shelf and not the page, and is then pushed back as the device's own: so a
 * bookmark without such a place is left out whole.
 */
export function readingToPush(reading: ReadingParts, places: PlaceInFile[], content: string): ReadingParts {
  const { bookmark, ...rest } = reading;
  const place = bookmark && placeIn(places, content);
  if (!place || place.bookmarkAt.getTime() !== bookmark.modifiedAt.getTime()) return rest;
  return { ...rest, bookmark: { ...bookmark, ...locatedAt(place) } };
}

/**
 * A reading as the device that asks for it is told of it: at its end where the book is finished, else with the last place
 * that was told in its file, even if the percentage was told later without one, else as for `readingToPush`.
 */
export function readingToShow(reading: ReadingParts, places: PlaceInFile[], content: string): ReadingParts {
  const { bookmark, ...rest } = reading;
  if (reading.status?.status === 'Finished') {
    const { modifiedAt } = bookmark ?? reading.status;
    return { ...rest, bookmark: { modifiedAt, progressPercent: 100 } };
  }
  if (bookmark?.location?.content === content) return reading;
  const place = bookmark && placeIn(places, content);
  return place ? { ...rest, bookmark: { ...bookmark, ...locatedAt(place) } } : rest;
}

function placeIn(places: PlaceInFile[], content: string): PlaceInFile | undefined {
  return places.find((place) => place.content === content);
}

function locatedAt({ source, type, value, contentPercent }: PlaceInFile) {
  return {
    location: { source, type, value },
    ...(contentPercent === null ? {} : { contentSourceProgressPercent: contentPercent }),
  };
}
