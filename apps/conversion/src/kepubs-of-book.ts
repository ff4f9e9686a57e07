import type { File, WholeBook } from '@octavo/database';

/** A KEPUB of a book that is known: made by us, or a file of the user's. */
export interface KnownKepub {
  file: File;
  /** The checksum of its bytes. */
  content: string;
  /** Of what we made: the converter's version and the size in bytes. */
  made?: { version: number; size: number };
}

/** Every KEPUB of a book whose bytes are known. */
export function kepubsOf(book: WholeBook): KnownKepub[] {
  return book.files.flatMap(({ converted, ...file }): KnownKepub[] => {
    if (file.format === 'kepub') return [{ file, content: file.fingerprint }];
    const made = converted.find(({ target, state }) => target === 'kepub' && state === 'READY');
    if (!made?.checksum || made.fingerprint !== file.fingerprint) return [];
    return [{ file, content: made.checksum, made: { version: made.converterVersion, size: Number(made.size) } }];
  });
}

/** The KEPUB that devices get now; undefined while they get something else, or nothing is settled. */
export function deliveredKepub(book: WholeBook): KnownKepub | undefined {
  return kepubsOf(book).find(({ file }) => book.deliveryForm === `kepub:${file.fingerprint}-${file.size}`);
}
