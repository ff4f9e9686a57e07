import { Text } from '@mantine/core';
import type { AudibleSync } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import type { StorePlace } from './audible.queries.js';
import { absentWords, changedWords, leftOutWords } from './look-words.js';

interface StoreSyncRemarksProps {
  place: StorePlace;
  sync: AudibleSync;
}

/** What a sync changed, what it left out with the way to see which and why, and what is still in doubt. */
export function StoreSyncRemarks({ place, sync: { id, state, tally } }: StoreSyncRemarksProps) {
  const leftOut = leftOutWords(tally);
  const absent = absentWords(tally);
  return (
    <>
      {state !== 'RUNNING' && state !== 'FAILED' && (
        <Text size="sm" className="number" data-testid="changed">
          Last sync: {changedWords(tally)}.
        </Text>
      )}
      {absent !== undefined && <Text size="sm">{absent}</Text>}
      {leftOut !== undefined && (
        <Text size="sm" c="dimmed" className="number" data-testid="left-out">
          Left out:{' '}
          <TextLink
            to="/audible/$accountId/stores/$storeId/syncs/$syncId"
            params={{ ...place, syncId: id }}
            inherit
            underline="always"
          >
            {leftOut}
          </TextLink>
        </Text>
      )}
    </>
  );
}
