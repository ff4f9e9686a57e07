import { Stack, Text, Title } from '@mantine/core';
import type { BookFile } from '@octavo/contracts';
import { FilePanel } from './file-panel.js';

/** The book's files, each with what there is to know about it. */
export function BookFiles({ files }: { files: BookFile[] }) {
  return (
    <section aria-labelledby="files">
      <Title order={2} size="h4" id="files" mb="sm">
        {files.length === 1 ? 'File' : 'Files'}
      </Title>
      {files.length === 0 && <Text c="dimmed">None of its files is known any more.</Text>}
      <Stack component="ul" gap="sm" className="quiet-list">
        {files.map((file) => (
          <FilePanel key={file.id} file={file} />
        ))}
      </Stack>
    </section>
  );
}
