import type { File, WholeBook } from '@octavo/database';

/** A KEPUB of a book that is known: made by us, or a file of the user's. */
export interface KnownKepub {
  file: File;
  /** The checksum of its bytes. */
  content: string;
  /** Of what we made: by which recipe, the size in bytes, and what was there before. */
  made?: { recipe: string; size: number; earlier: EarlierKepub | undefined };
}

export interface EarlierKepub {
  recipe: string;
  content: string;
}

/** Every KEPUB of a book whose bytes are known. */
export function kepubsOf(book: WholeBook): KnownKepub[] {
  return book.files.flatMap(({ converted, ...file }): KnownKepub[] => {
    if (file.format === 'kepub') return [{ file, content: file.fingerprint }];
    const made = converted.find(({ target, state }) => target === 'kepub' && state === 'READY');
    if (!made?.checksum || !made.recipe || made.fingerprint !== file.fingerprint) return [];
    const { recipe, checksum, earlierRecipe, earlierChecksum } = made;
    const earlier = earlierRecipe && earlierChecksum ? { recipe: earlierRecipe, content: earlierChecksum } : undefined;
    return [{ file, content: checksum, made: { recipe, size: Number(made.size), earlier } }];
  });
}

/** The KEPUB that devices get now; undefined while they get something else, or nothing is settled. */
export function deliveredKepub(book: WholeBook): KnownKepub | undefined {
  return kepubsOf(book).find(({ file }) => book.deliveryForm === `kepub:${file.fingerprint}-${file.size}`);
}
