import { Badge } from '@mantine/core';
import type { Book } from '@octavo/contracts';
import classes from './book-badges.module.css';
import { lockWord } from './lock-word.js';

type Troubled = Pick<Book, 'missing' | 'status' | 'files'>;

/** What stands in the way of reading a book, in a word each; nothing for a sound one. */
export function BookBadges({ book }: { book: Troubled }) {
  const lock = lockWord(book.files);
  if (!book.missing && book.status !== 'PROBLEM' && lock === undefined) return null;
  return (
    <span className={classes.badges}>
      {book.missing && (
        <Badge component="span" color="orange.3" autoContrast size="sm">
          Missing
        </Badge>
      )}
      {book.status === 'PROBLEM' && (
        <Badge component="span" color="red.9" size="sm">
          Problem
        </Badge>
      )}
      {lock !== undefined && (
        <Badge component="span" color="gray.8" size="sm">
          {lock}
        </Badge>
      )}
    </span>
  );
}
