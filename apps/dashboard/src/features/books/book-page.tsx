import { Skeleton, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import type { BookDetail } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCanGoBack, useParams, useRouter } from '@tanstack/react-router';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { BookHighlights } from '../highlights/book-highlights.js';
import { BookFinds } from '../finds/book-finds.js';
import { BookHistory } from '../history/book-history.js';
import { BookReading } from '../reading/book-reading.js';
import { BookShelves } from '../shelves/book-shelves.js';
import { BookForms } from '../works/book-forms.js';
import { BookHoldings } from '../works/book-holdings.js';
import { BookActions } from './book-actions.js';
import { BookDescription } from './book-description.js';
import { BookFacts } from './book-facts.js';
import { BookHeading } from './book-heading.js';
import classes from './book-page.module.css';
import { BookProvenance } from './book-provenance.js';
import { bookQuery } from './books.queries.js';
import { authorsOf } from './contributors.js';
import { Cover } from './cover.js';

/** Everything known about one book. */
export function BookPage() {
  const { bookId } = useParams({ from: '/signed-in/books/$bookId' });
  const book = useQuery(bookQuery(bookId));
  useDocumentTitle(`${book.data?.title ?? 'Book'} · Octavo`);
  return (
    <div className={classes.page}>
      <BackToLibrary />
      <WhenLoaded query={book} waiting={<BookToCome />}>
        {(found) => <BookSheet book={found} />}
      </WhenLoaded>
    </div>
  );
}

function BookSheet({ book }: { book: BookDetail }) {
  return (
    <article className={classes.sheet}>
      <div className={classes.cover}>
        <Cover title={book.title} authors={authorsOf(book.contributors)} coverUrl={book.coverUrl} shape="whole" />
      </div>
      <div>
        <BookHeading book={book} />
        <BookActions book={book} />
      </div>
      <div className={classes.rest}>
        <BookReading book={book} />
        <BookShelves book={book} />
        {book.description !== null && <BookDescription html={book.description} />}
        <BookHighlights book={book} />
        <BookForms book={book} />
        <BookHoldings book={book} />
        <BookFacts book={book} />
        <BookFinds book={book} />
        <BookHistory bookId={book.id} />
        <BookProvenance provenance={book.provenance} />
      </div>
    </article>
  );
}

/** Where one came from, with its search and its place in the list; to the whole library for who came from outside. */
function BackToLibrary() {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <TextLink
      to="/"
      size="sm"
      className={classes.back}
      onClick={(event) => {
        if (!canGoBack || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <IconArrowLeft size={16} aria-hidden="true" /> Library
    </TextLink>
  );
}

function BookToCome() {
  return (
    <div className={classes.sheet}>
      <Skeleton className={classes.cover} style={{ aspectRatio: '2 / 3' }} />
      <div>
        <Skeleton height={32} width="70%" mb="md" />
        <Skeleton height={16} width="40%" />
      </div>
      <div className={classes.rest}>
        <Skeleton height={160} />
        <Text component="span" fz={0}>
          Loading the book
        </Text>
      </div>
    </div>
  );
}
