import { Button, Text } from '@mantine/core';
import { IconZoomExclamation } from '@tabler/icons-react';
import type { BookPage } from '@octavo/contracts';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { EmptyLibrary } from '../libraries/empty-library.js';
import { EmptyShelf } from '../shelves/empty-shelf.js';
import { BookGrid } from './book-grid.js';
import type { BookSearch } from './books.queries.js';
import { MoreBooks } from './more-books.js';

interface BookResultsProps {
  list: UseInfiniteQueryResult<InfiniteData<BookPage>>;
  search: BookSearch;
  onClear: () => void;
}

/** What was found, or what an empty answer means. */
export function BookResults({ list, search: { q, shelf }, onClear }: BookResultsProps) {
  const pages = list.data?.pages ?? [];
  const books = pages.flatMap((page) => page.items);
  const total = pages.at(-1)?.total ?? 0;
  if (books.length === 0 && q !== '') return <NothingFound q={q} onClear={onClear} />;
  if (books.length === 0) return shelf === undefined ? <EmptyLibrary /> : <EmptyShelf />;
  return (
    <>
      <Text size="sm" c="dimmed" className="number" role="status" data-testid="book-count">
        {books.length} of {total} {total === 1 ? 'book' : 'books'}
        {q !== '' && ` for “${q}”`}
      </Text>
      <div style={{ opacity: list.isPlaceholderData ? 0.5 : 1 }}>
        <BookGrid books={books} />
      </div>
      <MoreBooks list={list} />
    </>
  );
}

function NothingFound({ q, onClear }: { q: string; onClear: () => void }) {
  return (
    <NothingHere icon={<IconZoomExclamation size={48} stroke={1.2} />} title={`Nothing matches “${q}”`}>
      <Text c="dimmed">Titles, people and series are searched. Fewer or shorter words find more.</Text>
      <Button variant="default" onClick={onClear}>
        Show all books
      </Button>
    </NothingHere>
  );
}
