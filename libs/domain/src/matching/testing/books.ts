import type { BookSought, EditionFound } from '../sought-and-found.js';

/** A book that is sought: "Dune / Frank Herbert". */
export function sought(title: string, authors: string[] = [], more: Partial<BookSought> = {}): BookSought {
  return { title, authors, identifiers: [], medium: 'ebook', ...more };
}

/** An edition that was found. */
export function found(title: string, authors: string[] = [], more: Partial<EditionFound> = {}): EditionFound {
  const contributors = authors.map((name) => ({ name, role: 'author' as const }));
  return { title, contributors, series: [], identifiers: [], otherEditions: [], ...more };
}
