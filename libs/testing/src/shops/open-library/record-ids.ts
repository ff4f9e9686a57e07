import type { Catalogue } from '../books/catalogue.js';
import type { ShopBook } from '../books/shop-book.js';

const EDITIONS = 7_000_000;
const WORKS = 5_000_000;
const AUTHORS = 300_000;
const PICTURES = 9_000_000;
/** Pictures with numbers below eight million lie in another house. */
const OLD_PICTURES = 6_000_000;

export const editionKey = ({ number }: ShopBook) => `/books/OL${EDITIONS + number}M`;
export const workKey = ({ number }: ShopBook) => `/works/OL${WORKS + number}W`;

export function authorKey(name: string, { authors }: Catalogue): string {
  return `/authors/OL${AUTHORS + authors.indexOf(name)}A`;
}

export const editionNumber = (digits: string) => Number(digits) - EDITIONS;
export const workNumber = (digits: string) => Number(digits) - WORKS;

export function authorNamed(digits: string, { authors }: Catalogue): string | undefined {
  return authors[Number(digits) - AUTHORS];
}

/** The number of a book's picture; every fifth is an old one. */
export function pictureNumber({ number, cover }: ShopBook): number | undefined {
  return cover && (number % 5 === 0 ? OLD_PICTURES : PICTURES) + number;
}

/** Whose picture it is, and whether it lies in the other house. */
export function pictureOwner(digits: string): { number: number; isOld: boolean } {
  const isOld = Number(digits) < 8_000_000;
  return { number: Number(digits) - (isOld ? OLD_PICTURES : PICTURES), isOld };
}
