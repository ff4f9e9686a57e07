import type { AudibleSync } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { Row, Rows } from '../../ui/rows.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { type StorePlace, storeSyncsQuery } from './audible.queries.js';
import { endWords, leftOutWords, outcomeWords, tookWords } from './look-words.js';
import { useStoreName } from './use-store-name.js';

/** The last syncs of a store, newest first, as long as they are remembered. */
export function StoreSyncsPage() {
  const place = useParams({ from: '/signed-in/audible/$accountId/stores/$storeId/syncs' });
  const name = useStoreName(place);
  const syncs = useQuery(storeSyncsQuery(place));
  return (
    <Page title={name === undefined ? 'Syncs' : `Syncs of ${name}`}>
      <BackLink to="/audible">Audible</BackLink>
      <WhenLoaded query={syncs}>
        {({ items }) => (
          <Rows nothing="It has not been synced yet.">
            {items.map((sync) => (
              <SyncRow key={sync.id} place={place} sync={sync} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
    </Page>
  );
}

function SyncRow({ place, sync }: { place: StorePlace; sync: AudibleSync }) {
  const took = tookWords(sync);
  const leftOut = leftOutWords(sync.tally);
  const name = (
    <TextLink
      to="/audible/$accountId/stores/$storeId/syncs/$syncId"
      params={{ accountId: place.accountId, storeId: place.storeId, syncId: sync.id }}
      inherit
    >
      {endWords(sync)}, <Moment at={sync.startedAt} />
    </TextLink>
  );
  const detail = (
    <div className="number">
      {outcomeWords(sync)}
      {took !== undefined && ` · took ${took}`}
      {leftOut !== undefined && <div>Left out: {leftOut}</div>}
    </div>
  );
  return <Row name={name} detail={detail} />;
}
