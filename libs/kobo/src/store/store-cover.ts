import type { CoverRequest } from '../cover-request.js';

/** Where the store has a cover that is not ours; undefined for an id that cannot be one of its. */
export function storeCover({ imageId, width, height }: CoverRequest): string | undefined {
  if (!/^[\w-]{1,100}$/.test(imageId)) return undefined;
  return `https://cdn.kobo.com/book-images/${imageId}/${width}/${height}/false/image.jpg`;
}
