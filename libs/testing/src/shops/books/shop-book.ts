/** Somebody who helped an author. */
export interface ShopPerson {
  name: string;
  role: 'illustrator' | 'translator' | 'editor';
}

export interface ShopSeries {
  name: string;
  /** As it is printed: "3", "0.5", "1-3". */
  number?: string;
  total?: number;
}

/** A book as every shop knows it. Each stand-in tells of it what the real one would, in the words of the real one. */
export interface ShopBook {
  /** Under which the stand-ins keep it, from 1 to 49,999; no two books of a shop have the same. */
  number: number;
  title: string;
  subtitle?: string;
  authors: readonly string[];
  helpers: readonly ShopPerson[];
  /** Of the audiobook. */
  narrators: readonly string[];
  series: readonly ShopSeries[];
  /** Of the printed book; without it there is none. Its ISBN-10 follows from it. */
  isbn13?: string;
  /** How it is bound. */
  binding: 'hardcover' | 'paperback' | 'mass-market';
  /** Without it there is no ebook. */
  kindleAsin?: string;
  /** Without it there is no audiobook. */
  audioAsin?: string;
  /** Where the audiobook is sold ("us", "de"); everywhere unless set. */
  regions?: readonly string[];
  /** HTML with paragraphs. */
  description: string;
  publisher: string;
  /** "2008-04-22" */
  published: string;
  /** Of the work, where it is older. */
  firstPublished?: string;
  pages?: number;
  /** How long the audiobook plays. */
  minutes?: number;
  /** BCP 47. */
  language: string;
  /** From the widest to the narrowest. */
  genres: readonly string[];
  rating?: { value: number; count: number };
  /** In pixels, as it was uploaded; without it there is no picture. The audiobook's is a square as wide. */
  cover?: { width: number; height: number };
}

/** Title and subtitle as shops without a place for the subtitle write them. */
export function titleLine({ title, subtitle }: ShopBook): string {
  return subtitle === undefined ? title : `${title}: ${subtitle}`;
}
