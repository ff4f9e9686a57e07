import type { Library, Scan } from '@octavo/contracts';
import type { FolderLibrary, Scan as ScanRow } from '@octavo/database';

interface Around {
  bookCount: number;
  missingCount: number;
  scan: ScanRow | undefined;
}

/** A library as the API shows it. */
export function presentLibrary(library: FolderLibrary, { bookCount, missingCount, scan }: Around): Library {
  const { id, name, path, paused, watchMode, watchDetail, writeMetadata } = library;
  return {
    ...{ id, name, path, paused, bookCount, missingCount, writeMetadata },
    lastScanAt: library.lastScanAt?.toISOString() ?? null,
    problem: library.problemCode ? { code: library.problemCode, detail: library.problemDetail ?? '' } : null,
    watch: { mode: paused ? 'OFF' : watchMode, detail: paused ? null : watchDetail },
    scan: scan ? presentScan(scan) : null,
  };
}

export function presentScan(scan: ScanRow): Scan {
  const { id, jobId, state, found, added, changed, unchanged, done, failed, moved, gone, heldBecause } = scan;
  return {
    ...{ id, jobId, state, found, added, changed, unchanged, done, failed, moved, gone, heldBecause },
    problem: scan.errorCode ? { code: scan.errorCode, detail: scan.errorDetail ?? '' } : null,
    startedAt: scan.startedAt.toISOString(),
    finishedAt: scan.finishedAt?.toISOString() ?? null,
  };
}
