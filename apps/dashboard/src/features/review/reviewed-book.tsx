import { Text } from '@mantine/core';
import type { Suggestion } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { Cover } from '../books/cover.js';
import classes from './review-book.module.css';

/** What is here: the cover, what the book is called, and its file. */
export function ReviewedBook({ book: { id, title, authors, coverUrl, fileName } }: { book: Suggestion['book'] }) {
  const by = authors.join(', ');
  return (
    <section className={classes.book} aria-label="What is here">
      <Cover title={title} authors={by} coverUrl={coverUrl} />
      <div className={classes.words}>
        <TextLink to="/books/$bookId" params={{ bookId: id }} fw={550} className="unbroken">
          {title}
        </TextLink>
        <Text size="sm" c={by === '' ? 'dimmed' : undefined} className="unbroken">
          {by === '' ? 'No author is known' : `by ${by}`}
        </Text>
        {fileName !== null && (
          <Text size="xs" c="dimmed" mt={4} className="unbroken">
            {fileName}
          </Text>
        )}
      </div>
    </section>
  );
}
