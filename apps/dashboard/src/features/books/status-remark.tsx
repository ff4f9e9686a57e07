import { Text } from '@mantine/core';
import type { Book } from '@octavo/contracts';

const REMARKS: Record<Book['status'], string | undefined> = {
  NEW: 'Its file has not been read yet; until then its name serves as the title.',
  PROBLEM: 'Its file could not be read, so its name serves as the title.',
  READY: undefined,
};

/** Why a title may look like a file's name. */
export function StatusRemark({ status }: { status: Book['status'] }) {
  const remark = REMARKS[status];
  return remark === undefined ? null : (
    <Text size="sm" c="dimmed">
      {remark}
    </Text>
  );
}
