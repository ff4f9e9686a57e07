import { Text } from '@mantine/core';
import type { Sync } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { syncFaultWords } from './sync-words.js';

/** What a sync could not list or read, leading to which and why; nothing where all went well. */
export function SyncFaults({ serverId, sync }: { serverId: string; sync: Sync }) {
  const words = syncFaultWords(sync);
  if (words === undefined) return null;
  return (
    <Text size="sm" c="var(--mantine-color-error)" data-testid="sync-faults">
      <TextLink
        to="/servers/$serverId/syncs/$syncId"
        params={{ serverId, syncId: sync.id }}
        inherit
        c="inherit"
        underline="always"
      >
        {words}
      </TextLink>
    </Text>
  );
}
