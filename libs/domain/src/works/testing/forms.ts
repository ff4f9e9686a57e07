import type { BookForm } from '../book-form.js';

/** An ebook: "Dune / Frank Herbert". */
export function ebook(title: string, authors: string[] = [], more: Partial<BookForm> = {}): BookForm {
  const contributors = authors.map((name) => ({ name, role: 'author' as const }));
  return { id: `e:${title}`, medium: 'ebook', title, contributors, series: [], identifiers: [], ...more };
}

/** An audiobook. */
export function audiobook(title: string, authors: string[] = [], more: Partial<BookForm> = {}): BookForm {
  return ebook(title, authors, { id: `a:${title}`, medium: 'audiobook', ...more });
}
