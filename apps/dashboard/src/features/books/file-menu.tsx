import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BookFile } from '@octavo/contracts';
import { IconDots } from '@tabler/icons-react';
import { RefreshQuestion } from '../resync/refresh-question.js';
import { ResyncItems } from '../resync/resync-items.js';
import { useResyncFile } from '../resync/use-resync.js';

interface FileMenuProps {
  bookId: string;
  file: Pick<BookFile, 'id' | 'name'>;
}

/** Has one file read anew. */
export function FileMenu({ bookId, file: { id, name } }: FileMenuProps) {
  const resync = useResyncFile(bookId, id);
  const [asking, question] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`More about ${name}`} loading={resync.isPending}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ResyncItems onScan={() => resync.mutate(false)} onRefresh={question.open} />
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <RefreshQuestion
          name={name}
          pending={resync.isPending}
          onConfirm={() => resync.mutate(true, { onSettled: question.close })}
          onClose={question.close}
        />
      )}
    </>
  );
}
