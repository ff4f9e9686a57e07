import { isbn10Of } from '@octavo/domain';
import type { ShopBook } from './shop-book.js';

export type EditionKind = 'print' | 'kindle' | 'audio';

/** One thing that is sold: under `id` at Amazon and Audible. */
export interface Edition {
  kind: EditionKind;
  id: string;
  book: ShopBook;
}

/** A printed book's number is its ISBN-10; what has none of those gets one of the shop's own. */
export function printId({ isbn13, number }: ShopBook): string | undefined {
  return isbn13 === undefined ? undefined : (isbn10Of(isbn13) ?? `B0P${String(number).padStart(7, '0')}`);
}

/** Every form a book is sold in, print first. */
export function editionsOf(book: ShopBook): Edition[] {
  const ids: [EditionKind, string | undefined][] = [
    ['print', printId(book)],
    ['kindle', book.kindleAsin],
    ['audio', book.audioAsin],
  ];
  return ids.flatMap(([kind, id]) => (id === undefined ? [] : [{ kind, id, book }]));
}
