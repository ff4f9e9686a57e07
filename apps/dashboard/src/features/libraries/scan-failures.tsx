import { Text } from '@mantine/core';
import type { Scan } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { useIsAdmin } from '../session/session.queries.js';
import { failedWords } from './scan-words.js';

/** How many files a scan could not read, leading to which and why; nothing where it could read all. */
export function ScanFailures({ libraryId, scan }: { libraryId: string; scan: Scan }) {
  const isAdmin = useIsAdmin();
  const words = failedWords(scan.failed);
  if (words === undefined) return null;
  return (
    <Text size="sm" c="var(--mantine-color-error)" data-testid="scan-failures">
      {isAdmin ? (
        <TextLink
          to="/folders/$libraryId/scans/$scanId"
          params={{ libraryId, scanId: scan.id }}
          inherit
          c="inherit"
          underline="always"
        >
          {words}
        </TextLink>
      ) : (
        words
      )}
    </Text>
  );
}
