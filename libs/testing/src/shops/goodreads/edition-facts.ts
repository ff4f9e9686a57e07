import { editionsOf, type EditionKind } from '../books/editions.js';
import type { ShopBook } from '../books/shop-book.js';

/** The edition a page of Goodreads is about: the printed one where there is one. */
export function shownKind(book: ShopBook): EditionKind {
  return editionsOf(book)[0]?.kind ?? 'print';
}

const BINDINGS: Readonly<Record<ShopBook['binding'], string>> = {
  hardcover: 'Hardcover',
  paperback: 'Paperback',
  'mass-market': 'Mass Market Paperback',
};

/** As Goodreads names it: "Hardcover", "Kindle Edition". */
export function formatOf(book: ShopBook): string {
  const kind = shownKind(book);
  if (kind === 'print') return BINDINGS[book.binding];
  return kind === 'kindle' ? 'Kindle Edition' : 'Audible Audio';
}

/** Everybody with what they did, the first author first. */
export function peopleOf(book: ShopBook): { name: string; role: string }[] {
  const role = { illustrator: 'Illustrator', translator: 'Translator', editor: 'Editor' };
  return [
    ...book.authors.map((name) => ({ name, role: 'Author' })),
    ...book.helpers.map((helper) => ({ name: helper.name, role: role[helper.role] })),
    ...(shownKind(book) === 'audio' ? book.narrators.map((name) => ({ name, role: 'Narrator' })) : []),
  ];
}

/** Paragraphs as Goodreads has them: apart by two breaks. */
export function brokenLines(html: string): string {
  return html.replace(/<\/p>\s*<p>/g, '<br /><br />').replace(/^<p>|<\/p>$/g, '');
}

/** What readers file it under, genres among other things. */
export function shelvesOf({ genres }: ShopBook): string[] {
  const [first, ...others] = genres;
  return [first, 'Audiobook', ...others, 'Adult', 'Kindle', 'Book Club'].filter((shelf) => shelf !== undefined);
}
