import { type Format, type Medium, mediumOf } from './book.js';

/** Of a book without files nothing but what was bought says whether it is read or heard, and only audiobooks are. */
export function mediumOfBook({ formats, isBought }: { formats: readonly Format[]; isBought: boolean }): Medium {
  const [first] = formats;
  if (first !== undefined) return mediumOf(first);
  return isBought ? 'audiobook' : 'ebook';
}
