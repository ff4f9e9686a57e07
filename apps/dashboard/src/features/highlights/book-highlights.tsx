import { Button, Text } from '@mantine/core';
import type { Book, BookAnnotation } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../ui/section.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { BookHighlight } from './book-highlight.js';
import classes from './book-highlights.module.css';
import { annotationsQuery } from './highlights.queries.js';

/** Of a book that is full of them. */
const SHOWN_AT_FIRST = 20;

/** What the user marked and noted in a book on any device; not shown for books that go to none. */
export function BookHighlights({ book }: { book: Pick<Book, 'id' | 'files'> }) {
  const annotations = useQuery(annotationsQuery(book.id));
  const readable = book.files.some(({ format }) => format === 'epub' || format === 'kepub');
  if (!readable && (annotations.data?.total ?? 0) === 0) return null;
  return (
    <Section title="Highlights and notes">
      <WhenLoaded query={annotations} waiting={<Text size="sm">Loading…</Text>}>
        {({ items }) => (items.length === 0 ? <NoHighlights /> : <HighlightList highlights={items} />)}
      </WhenLoaded>
    </Section>
  );
}

function HighlightList({ highlights }: { highlights: BookAnnotation[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? highlights : highlights.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className={classes.list} data-testid="highlights">
        {shown.map((highlight) => (
          <BookHighlight key={highlight.id} highlight={highlight} />
        ))}
      </ul>
      {shown.length < highlights.length && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>
          Show all {highlights.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  );
}

function NoHighlights() {
  return (
    <Text size="sm" c="dimmed">
      None yet. What you mark in this book on a <TextLink to="/devices">paired Kobo</TextLink> comes here by itself when
      you open or close the book with Wi-Fi on.
    </Text>
  );
}
