import { Button, Stack, Text, Title } from '@mantine/core';
import type { Book } from '@octavo/contracts';
import { useState } from 'react';
import { FilePanel } from './file-panel.js';
import { inReadingOrder } from './reading-order.js';

/** The parts of an audiobook may be a hundred. */
const SHOWN_AT_FIRST = 5;

/** The book's files, each with what there is to know about it; of many parts the first few until all are asked for. */
export function BookFiles({ book: { id, files } }: { book: Pick<Book, 'id' | 'files'> }) {
  const [all, setAll] = useState(false);
  const ordered = inReadingOrder(files);
  const few = files.length <= SHOWN_AT_FIRST + 1;
  const shown = all || few ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="files">
      <Title order={2} size="h4" id="files" mb="sm">
        {files.length === 1 ? 'File' : 'Files'}
      </Title>
      {files.length === 0 && <Text c="dimmed">None of its files is known any more.</Text>}
      <Stack component="ul" gap="sm" className="quiet-list">
        {shown.map((file) => (
          <FilePanel key={file.id} bookId={id} file={file} />
        ))}
      </Stack>
      {shown.length < files.length && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          Show all {files.length} files
        </Button>
      )}
    </section>
  );
}
