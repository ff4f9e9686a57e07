import { Badge } from '@mantine/core';
import type { Book } from '@octavo/contracts';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { BookBadges } from './book-badges.js';
import classes from './book-card.module.css';
import { authorsOf } from './contributors.js';
import { Cover } from './cover.js';
import { kindWords } from './format-words.js';

interface BookCardProps {
  book: Book;
  /** Undefined while nobody selects. */
  isSelected: boolean | undefined;
  onToggle: (bookId: string, range: boolean) => void;
}

/** One book in the grid; all of it is one link, or one box to tick while books are being selected. */
export const BookCard = memo(function BookCard({ book, isSelected, onToggle }: BookCardProps) {
  const marks = { 'data-testid': 'book-card', 'data-book-id': book.id, 'data-missing': book.missing };
  return (
    <li className={classes.cell}>
      {isSelected === undefined ? (
        <Link to="/books/$bookId" params={{ bookId: book.id }} className={classes.card} {...marks}>
          <CardFace book={book} />
        </Link>
      ) : (
        <button
          type="button"
          role="checkbox"
          aria-checked={isSelected}
          className={classes.card}
          onClick={({ shiftKey }) => onToggle(book.id, shiftKey)}
          {...marks}
        >
          <CardFace book={book} />
          <span className={classes.tick} aria-hidden="true">
            {isSelected && <IconCheck size={18} stroke={2.6} />}
          </span>
        </button>
      )}
    </li>
  );
});

function CardFace({ book }: { book: Book }) {
  const authors = authorsOf(book.contributors);
  const kind = kindWords(book.files.map(({ format }) => format));
  return (
    <>
      <Cover title={book.title} authors={authors} coverUrl={book.coverUrl} />
      <span className={classes.badges}>
        {kind !== undefined && (
          <Badge component="span" color="gray.7" size="sm" tt="none">
            {kind}
          </Badge>
        )}
        <BookBadges book={book} />
      </span>
      <span className={classes.title}>{book.title}</span>
      <span className={classes.authors}>{authors}</span>
    </>
  );
}
