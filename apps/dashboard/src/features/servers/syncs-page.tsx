import type { Sync } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { Row, Rows } from '../../ui/rows.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { syncsQuery } from './servers.queries.js';
import { SyncFaults } from './sync-faults.js';
import { syncEndWords, syncOutcomeWords, syncTookWords } from './sync-words.js';
import { useServerName } from './use-server-name.js';

/** The last syncs of a server, newest first, as long as they are remembered. */
export function SyncsPage() {
  const { serverId } = useParams({ from: '/signed-in/servers/$serverId/syncs' });
  const name = useServerName(serverId);
  const syncs = useQuery(syncsQuery(serverId));
  return (
    <Page title={name === undefined ? 'Syncs' : `Syncs of ${name}`}>
      <BackLink to="/servers">Servers</BackLink>
      <WhenLoaded query={syncs}>
        {({ items }) => (
          <Rows nothing="It has not been synced yet.">
            {items.map((sync) => (
              <SyncRow key={sync.id} serverId={serverId} sync={sync} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
    </Page>
  );
}

function SyncRow({ serverId, sync }: { serverId: string; sync: Sync }) {
  const took = syncTookWords(sync);
  const name = (
    <TextLink to="/servers/$serverId/syncs/$syncId" params={{ serverId, syncId: sync.id }} inherit>
      {syncEndWords(sync)}, <Moment at={sync.startedAt} />
    </TextLink>
  );
  const detail = (
    <>
      <div className="number">
        {syncOutcomeWords(sync)}
        {took !== undefined && ` · took ${took}`}
      </div>
      {sync.heldBecause !== null && <div>{sync.heldBecause}</div>}
      <SyncFaults serverId={serverId} sync={sync} />
    </>
  );
  return <Row name={name} detail={detail} />;
}
