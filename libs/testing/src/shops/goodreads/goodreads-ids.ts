import type { ShopBook } from '../books/shop-book.js';
import { slugOf } from '../markup.js';

/** Goodreads' numbers begin here. */
const FIRST = 8_000_000;
const UPLOADED = 1_411_013_975;

export const goodreadsId = ({ number }: ShopBook) => String(FIRST + number);

/** The book of one of Goodreads' numbers, by the number the stand-ins keep it under. */
export const numberOf = (id: string) => Number(id) - FIRST;

/** "8000001-the-lost-tower" */
export function bookPath(book: ShopBook): string {
  return `/book/show/${goodreadsId(book)}-${slugOf(book.title).toLowerCase()}`;
}

/** Where a picture is, whole ("i") or as lists have it: small, by a name that says how small. */
export function pictureUrl(url: string, book: ShopBook, modifiers = ''): string {
  if (!book.cover) return `${url}/assets/nophoto/book/111x148-bcc042a9c91a29c1d680899eff700a03.png`;
  const size = modifiers === '' ? 'i' : 'l';
  const name = modifiers === '' ? goodreadsId(book) : `${goodreadsId(book)}.${modifiers}`;
  return `${url}/images/S/compressed.photo.goodreads.com/books/${UPLOADED + book.number}${size}/${name}.jpg`;
}

/** "The Lost Tower: A Novel (The Saga, #2)" */
export function wholeTitle(bare: string, { series }: ShopBook): string {
  const numbered = series.filter(({ number }) => number !== undefined).map(({ name, number }) => `${name}, #${number}`);
  return numbered.length > 0 ? `${bare} (${numbered.join('; ')})` : bare;
}
