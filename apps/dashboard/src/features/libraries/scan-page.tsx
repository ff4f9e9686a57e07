import { Text } from '@mantine/core';
import type { Scan } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { asSentence } from '../../ui/as-sentence.js';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { faultsQuery, scansQuery } from './libraries.queries.js';
import { ScanFaults } from './scan-faults.js';
import { endWords, outcomeWords } from './scan-words.js';
import { useLibraryName } from './use-library-name.js';

/** One scan: what it found, and every file it could not read with the reason. */
export function ScanPage() {
  const { libraryId, scanId } = useParams({ from: '/signed-in/folders/$libraryId/scans/$scanId' });
  const name = useLibraryName(libraryId);
  // The list of scans is small and kept live: it says how this one goes, and whether there is more to be told of it.
  const scans = useQuery(scansQuery(libraryId));
  const live = scans.data?.items.find(({ id }) => id === scanId);
  const faults = faultsQuery(libraryId, { id: scanId, failed: live?.failed ?? 0 });
  const detail = useQuery({ ...faults, enabled: !scans.isPending });
  return (
    <Page title={name === undefined ? 'Scan' : `Scan of ${name}`}>
      <BackLink to="/folders">Folders</BackLink>
      <WhenLoaded query={detail}>
        {(loaded) => (
          <>
            <ScanSummary scan={live ?? loaded} />
            <ScanFaults faults={loaded.faults} scan={live ?? loaded} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function ScanSummary({ scan }: { scan: Scan }) {
  return (
    <Text className="number" role="status">
      {endWords(scan) ?? 'At work'}, <Moment at={scan.startedAt} />. {asSentence(outcomeWords(scan))}
    </Text>
  );
}
