import { Text } from '@mantine/core';
import type { Library } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { useIsAdmin } from '../session/session.queries.js';
import { LibraryRemoval } from './library-removal.js';
import { ScanFailures } from './scan-failures.js';
import { ScanProgress } from './scan-progress.js';
import { isUnderWay, lastScanWords, progressOf } from './scan-words.js';

/** A folder's newest scan: its progress, its question, or what came of it. */
export function LibraryScan({ library }: { library: Library }) {
  const { id, scan } = library;
  if (scan === null) return null;
  if (isUnderWay(scan)) {
    return (
      <ScanProgress name={library.name} scan={scan} progress={progressOf(scan)}>
        <ScanFailures libraryId={id} scan={scan} />
      </ScanProgress>
    );
  }
  return (
    <>
      {scan.state === 'HELD' && <LibraryRemoval key={scan.id} library={library} scan={scan} />}
      <div data-testid="scan-outcome" data-state={scan.state}>
        <Text size="sm" c="dimmed" className="number">
          {lastScanWords(scan, library)}
          <PastScans libraryId={id} />
        </Text>
        <ScanFailures libraryId={id} scan={scan} />
      </div>
    </>
  );
}

function PastScans({ libraryId }: { libraryId: string }) {
  const isAdmin = useIsAdmin();
  if (!isAdmin) return null;
  return (
    <>
      {' · '}
      <TextLink to="/folders/$libraryId/scans" params={{ libraryId }} inherit>
        earlier scans
      </TextLink>
    </>
  );
}
