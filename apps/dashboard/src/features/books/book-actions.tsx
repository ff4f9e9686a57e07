import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BookDetail } from '@octavo/contracts';
import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useIsEnriching } from '../finds/use-enrich-book.js';
import { useIsResyncing } from '../resync/use-resync.js';
import { BookMenu } from './book-menu.js';

// A form with all it needs is only loaded for who wants it.
const EditBookDialog = lazy(() =>
  import('../editing/edit-book-dialog.js').then((module) => ({ default: module.EditBookDialog })),
);

/** What can be done with a book as a whole. */
export function BookActions({ book }: { book: BookDetail }) {
  const [editing, edit] = useDisclosure(false);
  return (
    <Group gap="xs" mt="sm">
      <Button
        variant="light"
        size="xs"
        leftSection={<IconPencil size={16} stroke={1.6} />}
        onClick={edit.open}
        data-testid="edit"
      >
        Edit
      </Button>
      <BookMenu book={book} />
      <UnderWay bookId={book.id} />
      {editing && (
        <Suspense>
          <EditBookDialog book={book} onClose={edit.close} />
        </Suspense>
      )}
    </Group>
  );
}

/** What is being done with the book just now, for whoever waits. */
function UnderWay({ bookId }: { bookId: string }) {
  const isReading = useIsResyncing(bookId);
  const isAsking = useIsEnriching(bookId);
  return (
    <Text size="sm" c="dimmed" role="status">
      {isReading && 'Reading its files anew…'}
      {isAsking && ' Asking the providers, slowly: it may take a minute…'}
    </Text>
  );
}
