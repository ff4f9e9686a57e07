import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BookDetail } from '@octavo/contracts';
import { IconDots, IconWorldSearch } from '@tabler/icons-react';
import { useEnrichBook, useIsEnriching } from '../finds/use-enrich-book.js';
import { RefreshQuestion } from '../resync/refresh-question.js';
import { ResyncItems } from '../resync/resync-items.js';
import { useIsResyncing, useResyncBook } from '../resync/use-resync.js';

const ICON = { size: 18, stroke: 1.6 };

/** How more may be learnt of a book: from its files, or from elsewhere. */
export function BookMenu({ book: { id, title, files } }: { book: Pick<BookDetail, 'id' | 'title' | 'files'> }) {
  const resync = useResyncBook(id);
  const enrich = useEnrichBook(id);
  const isReading = useIsResyncing(id);
  const isAsking = useIsEnriching(id);
  const [asking, question] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="light"
            size={30}
            aria-label={`More about ${title}`}
            loading={isReading || isAsking}
            data-testid="book-menu"
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {files.length > 0 && <ResyncItems onScan={() => resync.mutate(false)} onRefresh={question.open} />}
          <Menu.Item leftSection={<IconWorldSearch {...ICON} />} onClick={() => enrich.mutate()}>
            Look for more online
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <RefreshQuestion
          name={title}
          pending={resync.isPending}
          onConfirm={() => resync.mutate(true, { onSettled: question.close })}
          onClose={question.close}
        />
      )}
    </>
  );
}
