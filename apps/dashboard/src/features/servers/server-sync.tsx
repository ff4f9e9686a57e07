import { Text } from '@mantine/core';
import type { WebdavConnection } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { ScanProgress } from '../libraries/scan-progress.js';
import { isUnderWay } from '../libraries/scan-words.js';
import { ServerRemoval } from './server-removal.js';
import { SyncFaults } from './sync-faults.js';
import { lastSyncWords, syncProgressOf } from './sync-words.js';
import { leftForLater } from './tally-words.js';

/** A server's newest sync: its progress, its question, or what came of it. */
export function ServerSync({ server }: { server: WebdavConnection }) {
  const { id, name, sync, lastError, waitsUntil } = server;
  if (sync === null) return null;
  if (isUnderWay(sync)) {
    return (
      <ScanProgress name={name} scan={sync} progress={syncProgressOf(sync, waitsUntil)}>
        <SyncFaults serverId={id} sync={sync} />
      </ScanProgress>
    );
  }
  return (
    <>
      {sync.state === 'HELD' && <ServerRemoval key={sync.id} server={server} sync={sync} />}
      <div data-testid="sync-outcome" data-state={sync.state}>
        <Text size="sm" c="dimmed" className="number">
          {lastSyncWords(sync, lastError)}
          {' · '}
          <TextLink to="/servers/$serverId/syncs" params={{ serverId: id }} inherit>
            earlier syncs
          </TextLink>
        </Text>
        {sync.tally !== null &&
          leftForLater(sync.tally).map((words) => (
            <Text key={words} size="sm" c="dimmed">
              {words}
            </Text>
          ))}
        <SyncFaults serverId={id} sync={sync} />
      </div>
    </>
  );
}
