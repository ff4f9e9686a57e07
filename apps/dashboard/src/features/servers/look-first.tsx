import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { WebdavConnection } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';
import { ScanProgress } from '../libraries/scan-progress.js';
import { isUnderWay } from '../libraries/scan-words.js';
import { PreviewResult } from './preview-result.js';
import { useChangeServer, useLook, useRemoveServer } from './server-changes.js';
import { syncProgressOf } from './sync-words.js';

interface LookFirstProps {
  server: WebdavConnection;
  /** A look was asked for a moment ago. */
  askedFor?: boolean;
  onDone?: () => void;
}

/** What is on a server of which nothing was brought in yet, and the two ways to go on: bring it in, or leave it. */
export function LookFirst({ server, askedFor = false, onDone }: LookFirstProps) {
  const { id, name, sync } = server;
  const look = useLook();
  const begin = useChangeServer(id, 'Its books are being brought in', onDone);
  const remove = useRemoveServer(id, onDone);
  const isBusy = sync !== null && isUnderWay(sync);
  const waits = sync === null && (askedFor || look.isSuccess);
  return (
    <Stack gap="sm" data-testid="look-first">
      {sync === null && <Text size="sm">{waits ? BEGINS : NOTHING}</Text>}
      {isBusy && <ScanProgress name={name} scan={sync} progress={syncProgressOf(sync)} />}
      {sync?.preview && <PreviewResult sync={sync} preview={sync.preview} />}
      {sync?.state === 'FAILED' && (
        <Alert color="orange" p="sm" title="It could not be looked through">
          {sync.problem && asSentence(sync.problem.detail)}
        </Alert>
      )}
      <Group gap="xs">
        <Button size="sm" loading={begin.isPending} onClick={() => begin.mutate({ paused: false })}>
          Bring them in
        </Button>
        {!isBusy && !waits && (
          <Button size="sm" variant="default" loading={look.isPending} onClick={() => look.mutate(id)}>
            {sync === null ? 'Look what is there' : 'Look again'}
          </Button>
        )}
        <Button size="sm" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          Remove
        </Button>
      </Group>
    </Stack>
  );
}

const BEGINS = 'Looking begins in a moment…';
const NOTHING = 'Nothing was brought in yet.';
