import { Button, Group, Text } from '@mantine/core';
import { IconSquareCheck, IconZoomExclamation } from '@tabler/icons-react';
import type { BookPage } from '@octavo/contracts';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { targetOf } from '../bulk/selection.js';
import { SelectionBar } from '../bulk/selection-bar.js';
import { useSelection } from '../bulk/use-selection.js';
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

/** What was found, or what an empty answer means; books can be selected, to be changed together. */
export function BookResults({ list, search, onClear }: BookResultsProps) {
  const { q, shelf } = search;
  const { selection, select, toggle, begin, leave } = useSelection(`${q} ${shelf ?? ''}`);
  const pages = list.data?.pages ?? [];
  const books = pages.flatMap((page) => page.items);
  const total = pages.at(-1)?.total ?? 0;
  if (books.length === 0 && q !== '') return <NothingFound q={q} onClear={onClear} />;
  if (books.length === 0) return shelf === undefined ? <EmptyLibrary /> : <EmptyShelf />;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" mih={26}>
        <Text size="sm" c="dimmed" className="number" role="status" data-testid="book-count">
          {books.length} of {total} {total === 1 ? 'book' : 'books'}
          {q !== '' && ` for “${q}”`}
        </Text>
        {!selection && <SelectButton onClick={begin} />}
      </Group>
      <div style={{ opacity: list.isPlaceholderData ? 0.5 : 1 }}>
        <BookGrid books={books} selection={selection} onToggle={toggle} />
      </div>
      <MoreBooks list={list} />
      {selection && (
        <SelectionBar
          selection={selection}
          target={targetOf(selection, search)}
          total={total}
          onSelect={select}
          onLeave={leave}
        />
      )}
    </>
  );
}

function SelectButton({ onClick }: { onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconSquareCheck size={16} stroke={1.6} />}
      style={{ flexShrink: 0 }}
      onClick={onClick}
      data-testid="select"
    >
      Select
    </Button>
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
