import type { Book } from '@octavo/contracts';
import type { KeyboardEvent } from 'react';
import type { Selection } from '../bulk/selection.js';
import { BookCard } from './book-card.js';
import classes from './book-grid.module.css';
import { nextCard } from './next-card.js';

interface BookGridProps {
  books: Book[];
  /** While books are being selected: which are. */
  selection: Selection | undefined;
  onToggle: (bookId: string, range: boolean) => void;
}

/** Covers in rows. Tab goes through them one by one, the arrow keys as the eye does. */
export function BookGrid({ books, selection, onToggle }: BookGridProps) {
  const isSelected = (id: string) => selection && (selection.everything || selection.ids.has(id));
  return (
    <ul className={classes.grid} aria-label="Books" onKeyDown={moveFocus}>
      {books.map((book) => (
        <BookCard key={book.id} book={book} isSelected={isSelected(book.id)} onToggle={onToggle} />
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
