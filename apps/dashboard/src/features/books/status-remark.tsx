import { Text } from '@mantine/core';
import type { Book } from '@octavo/contracts';

const REMARKS: Record<Book['status'], string | undefined> = {
  NEW: 'Its file has not been read yet; until then its name serves as the title.',
  PROBLEM: 'Its file could not be read, so its name serves as the title.',
  READY: undefined,
};

/** Why a title may look like a file's name. What was bought and has no file is called as the shop has it. */
export function StatusRemark({ book: { status, files } }: { book: Pick<Book, 'status' | 'files'> }) {
  const remark = files.length === 0 ? undefined : REMARKS[status];
  return remark === undefined ? null : (
    <Text size="sm" c="dimmed">
      {remark}
    </Text>
  );
}
