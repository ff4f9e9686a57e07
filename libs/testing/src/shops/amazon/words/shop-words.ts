import type { ShopBook, ShopPerson } from '../../books/shop-book.js';

type Deed = 'author' | 'narrator' | ShopPerson['role'];

/** What a country's shop calls things. */
export interface ShopWords {
  /** For dates, numbers and names of languages. */
  locale: string;
  /** Behind the title of the window. */
  shop: string;
  roots: { print: string; kindle: string; audio: string };
  details: string;
  publisher: string;
  published: string;
  language: string;
  printLength: string;
  listeningLength: string;
  narrator: string;
  author: string;
  version: string;
  unabridged: string;
  audioDate: string;
  bindings: Readonly<Record<ShopBook['binding'], string>>;
  kindleEdition: string;
  audiobook: string;
  deeds: Readonly<Record<Deed, string>>;
  by: string;
  sponsored: string;
  sponsoredAd: string;
  nothingFound: string;
  gone: string;
  pages(count: string): string;
  minutes(minutes: number): string;
  stars(value: string): string;
  ratings(count: string): string;
  place(number: string, total: number | undefined): string;
}

/** Whole hours, and the minutes beyond them. */
export const hours = (minutes: number) => [Math.floor(minutes / 60), minutes % 60] as const;
