import type { Book } from '@octavo/contracts';
import type { KeyboardEvent } from 'react';
import { BookCard } from './book-card.js';
import classes from './book-grid.module.css';
import { nextCard } from './next-card.js';

/** Covers in rows. Tab goes through them one by one, the arrow keys as the eye does. */
export function BookGrid({ books }: { books: Book[] }) {
  return (
    <ul className={classes.grid} aria-label="Books" onKeyDown={moveFocus}>
      {books.map((book) => (
        <BookCard key={book.id} book={book} />
      ))}
    </ul>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-book-id]')];
  const index = cards.findIndex((card) => card === document.activeElement);
  if (index === -1) return;
  const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length;
  const target = cards[nextCard(event.key, index, { count: cards.length, columns }) ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
