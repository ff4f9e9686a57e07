import type { Scan } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { Row, Rows } from '../../ui/rows.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { scansQuery } from './libraries.queries.js';
import { ScanFailures } from './scan-failures.js';
import { endWords, outcomeWords } from './scan-words.js';
import { useLibraryName } from './use-library-name.js';

/** The last scans of a folder, newest first, as long as the server remembers them. */
export function ScansPage() {
  const { libraryId } = useParams({ from: '/signed-in/folders/$libraryId/scans' });
  const name = useLibraryName(libraryId);
  const scans = useQuery(scansQuery(libraryId));
  return (
    <Page title={name === undefined ? 'Scans' : `Scans of ${name}`}>
      <BackLink to="/folders">Folders</BackLink>
      <WhenLoaded query={scans}>
        {({ items }) => (
          <Rows nothing="It has not been scanned yet.">
            {items.map((scan) => (
              <ScanRow key={scan.id} libraryId={libraryId} scan={scan} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
    </Page>
  );
}

function ScanRow({ libraryId, scan }: { libraryId: string; scan: Scan }) {
  const name = (
    <>
      {endWords(scan) ?? 'At work'}, <Moment at={scan.startedAt} />
    </>
  );
  const detail = (
    <>
      <div className="number">{outcomeWords(scan)}</div>
      {scan.heldBecause !== null && <div>{scan.heldBecause}</div>}
      <ScanFailures libraryId={libraryId} scan={scan} />
    </>
  );
  return <Row name={name} detail={detail} />;
}
