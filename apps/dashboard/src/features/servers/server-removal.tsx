import { Text } from '@mantine/core';
import type { Sync, WebdavConnection } from '@octavo/contracts';
import { HeldRemoval } from '../libraries/held-removal.js';
import { RemovalAnswers } from '../libraries/removal-answers.js';
import { useConfirmGone, useSync } from './server-changes.js';

interface ServerRemovalProps {
  server: WebdavConnection;
  sync: Sync;
}

/** A removal on a server that waits for the word of whom the library belongs to. */
export function ServerRemoval({ server, sync }: ServerRemovalProps) {
  return <HeldRemoval scan={sync}>{server.state === 'ACTIVE' && <Answers server={server} sync={sync} />}</HeldRemoval>;
}

function Answers({ server: { id, name, paused }, sync: { gone } }: ServerRemovalProps) {
  const confirm = useConfirmGone(id);
  const again = useSync(id);
  if (paused) return <Text size="sm">Resume it to answer.</Text>;
  return (
    <>
      <RemovalAnswers
        name={name}
        gone={gone}
        lookAgain="sync again"
        again={{ ...again, give: () => again.mutate() }}
        confirm={{ ...confirm, give: () => confirm.mutate() }}
      />
      <Text size="sm" c="dimmed">
        Or leave it: each sync looks again, and the question goes away once the files are back.
      </Text>
    </>
  );
}
