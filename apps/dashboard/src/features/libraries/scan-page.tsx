import { Text } from '@mantine/core';
import type { ScanDetail } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { BackToFolders } from './back-to-folders.js';
import { faultsQuery, scansQuery } from './libraries.queries.js';
import { ScanFaults } from './scan-faults.js';
import { endWords, foundWords, progressOf } from './scan-words.js';
import { useLibraryName } from './use-library-name.js';

/** One scan: what it found, and every file it could not read with the reason. */
export function ScanPage() {
  const { libraryId, scanId } = useParams({ from: '/signed-in/folders/$libraryId/scans/$scanId' });
  const name = useLibraryName(libraryId);
  // The list of scans is small and kept live; from it comes whether there is more to be told of this one.
  const failed = useQuery(scansQuery(libraryId)).data?.items.find(({ id }) => id === scanId)?.failed ?? 0;
  const scan = useQuery(faultsQuery(libraryId, { id: scanId, failed }));
  return (
    <Page title={name === undefined ? 'Scan' : `Scan of ${name}`}>
      <BackToFolders />
      <WhenLoaded query={scan}>
        {(detail) => (
          <>
            <ScanSummary scan={detail} />
            <ScanFaults faults={detail.faults} failed={detail.failed} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function ScanSummary({ scan }: { scan: ScanDetail }) {
  const end = endWords(scan);
  return (
    <Text className="number">
      {end ?? 'At work'}, <Moment at={scan.startedAt} />.{' '}
      {end === undefined ? progressOf(scan).words : foundWords(scan)}
      {scan.problem && `. ${scan.problem.detail}`}
    </Text>
  );
}
