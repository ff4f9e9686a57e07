import { Text } from '@mantine/core';
import type { Library, Scan } from '@octavo/contracts';
import { useIsAdmin } from '../session/session.queries.js';
import { HeldRemoval } from './held-removal.js';
import { useConfirmRemoval, useScan } from './library-changes.js';
import { RemovalAnswers } from './removal-answers.js';

interface LibraryRemovalProps {
  library: Library;
  scan: Scan;
}

/** A removal in a watched folder that waits for the word of an administrator. */
export function LibraryRemoval({ library, scan }: LibraryRemovalProps) {
  const isAdmin = useIsAdmin();
  return <HeldRemoval scan={scan}>{isAdmin && <Answers library={library} scan={scan} />}</HeldRemoval>;
}

function Answers({ library: { id, name, paused }, scan: { gone } }: LibraryRemovalProps) {
  const confirm = useConfirmRemoval(id);
  const again = useScan();
  if (paused) return <Text size="sm">Resume the folder to answer.</Text>;
  return (
    <RemovalAnswers
      name={name}
      gone={gone}
      lookAgain="scan again"
      again={{ ...again, give: () => again.mutate([id]) }}
      confirm={{ ...confirm, give: () => confirm.mutate() }}
    />
  );
}
