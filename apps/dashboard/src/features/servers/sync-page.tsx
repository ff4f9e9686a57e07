import { Stack, Text } from '@mantine/core';
import type { Sync, SyncDetail } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { asSentence } from '../../ui/as-sentence.js';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { FaultPanel } from '../libraries/fault-panel.js';
import { isUnderWay } from '../libraries/scan-words.js';
import { PreviewResult } from './preview-result.js';
import { syncDetailQuery, syncsQuery } from './servers.queries.js';
import { syncEndWords, syncFaultWords, syncOutcomeWords, syncTookWords } from './sync-words.js';
import { leftForLater, tallyWords } from './tally-words.js';
import { useServerName } from './use-server-name.js';

/** One sync: what it found, what it took, and what it could not list or read with the reason. */
export function SyncPage() {
  const { serverId, syncId } = useParams({ from: '/signed-in/servers/$serverId/syncs/$syncId' });
  const name = useServerName(serverId);
  // The list of syncs is small and kept live: it says how this one goes, and whether there is more to be told of it.
  const syncs = useQuery(syncsQuery(serverId));
  const live = syncs.data?.items.find(({ id }) => id === syncId);
  const { state, failed } = live ?? { state: 'LISTING', failed: 0 };
  const detail = useQuery({ ...syncDetailQuery(serverId, { id: syncId, state, failed }), enabled: !syncs.isPending });
  return (
    <Page title={name === undefined ? 'Sync' : `Sync of ${name}`}>
      <BackLink to="/servers">Servers</BackLink>
      <WhenLoaded query={detail}>
        {(loaded) => (
          <>
            <Summary sync={live ?? loaded} />
            <Faults sync={live ?? loaded} faults={loaded.faults} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function Summary({ sync }: { sync: Sync }) {
  const took = syncTookWords(sync);
  return (
    <Stack gap="xs">
      <Text className="number" role="status">
        {syncEndWords(sync)}, <Moment at={sync.startedAt} />
        {took !== undefined && `, in ${took}`}. {asSentence(syncOutcomeWords(sync))}
      </Text>
      {sync.heldBecause !== null && <Text>{sync.heldBecause}</Text>}
      {sync.preview && <PreviewResult sync={sync} preview={sync.preview} />}
      {sync.tally && leftForLater(sync.tally).map((words) => <Text key={words}>{words}</Text>)}
      {sync.tally && (
        <Text size="sm" c="dimmed" className="number">
          {tallyWords(sync.tally)}
        </Text>
      )}
    </Stack>
  );
}

function Faults({ sync, faults }: { sync: Sync; faults: SyncDetail['faults'] }) {
  if (faults.length === 0) {
    if (sync.state === 'FAILED') return null;
    return <Text c="dimmed">{isUnderWay(sync) ? 'Nothing went wrong so far.' : 'Everything could be listed.'}</Text>;
  }
  return (
    <Section title={syncFaultWords(sync) ?? 'What went wrong'}>
      <FaultPanel faults={faults} />
    </Section>
  );
}
