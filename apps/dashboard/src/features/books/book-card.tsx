import { Badge } from '@mantine/core';
import type { Book } from '@octavo/contracts';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { BookBadges } from './book-badges.js';
import classes from './book-card.module.css';
import { authorsOf } from './contributors.js';
import { Cover } from './cover.js';
import { kindWords } from './format-words.js';

/** One book in the grid; all of it is one link. */
export const BookCard = memo(function BookCard({ book }: { book: Book }) {
  const authors = authorsOf(book.contributors);
  const kind = kindWords(book.files.map(({ format }) => format));
  return (
    <li className={classes.cell}>
      <Link
        to="/books/$bookId"
        params={{ bookId: book.id }}
        className={classes.card}
        data-testid="book-card"
        data-book-id={book.id}
        data-missing={book.missing}
      >
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
      </Link>
    </li>
  );
});
