/** The forms a book is sold in, as shops tell them apart. */
export const PUBLISHED_FORMS = [
  'hardcover',
  'paperback',
  'mass-market',
  'board-book',
  'kindle',
  'ebook',
  'audiobook',
  'audio-cd',
] as const;
export type PublishedForm = (typeof PUBLISHED_FORMS)[number];
