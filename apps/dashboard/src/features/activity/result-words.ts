import { enrichment, ingest, type JobRun, webdavSync } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';
import { foundWords } from '../libraries/scan-words.js';
import { syncFoundWords } from '../servers/sync-words.js';

/** What came of a job, where its name does not say so already; undefined for the others, and while it is not through. */
export function resultWords({ name, state, result }: Pick<JobRun, 'name' | 'state' | 'result'>): string | undefined {
  if (state !== 'completed') return undefined;
  if (name === ingest.jobs.importArrivals.name) return arrivalsWords(result);
  if (name === ingest.jobs.scanLibrary.name) return scanWords(result);
  if (name === webdavSync.jobs.syncSource.name) return syncWords(result);
  if (name === webdavSync.jobs.readItems.name) return arrivalsWords(result);
  if (name === enrichment.jobs.enrichBook.name) return enrichment.jobs.enrichBook.result.safeParse(result).data?.detail;
  if (name === enrichment.jobs.applyFind.name) return enrichment.jobs.applyFind.result.safeParse(result).data?.detail;
  return undefined;
}

function arrivalsWords(result: unknown): string | undefined {
  const counts = ingest.jobs.importArrivals.result.safeParse(result).data;
  if (!counts || counts.done === 0) return undefined;
  const failed = counts.failed === 0 ? '' : `, ${counts.failed.toLocaleString('en-GB')} with a problem`;
  return counted(counts.done, 'file') + failed;
}

function syncWords(result: unknown): string | undefined {
  const counts = webdavSync.jobs.syncSource.result.safeParse(result).data;
  if (!counts) return undefined;
  if (counts.outcome === 'WAITING') return 'The server wants a pause; it is gone on with later';
  const state = counts.held === null ? 'COMPLETED' : 'HELD';
  return syncFoundWords({ ...counts, gone: counts.removed, state });
}

function scanWords(result: unknown): string | undefined {
  const counts = ingest.jobs.scanLibrary.result.safeParse(result).data;
  if (!counts) return undefined;
  const found = foundWords({ ...counts, gone: counts.removed, state: counts.held === null ? 'COMPLETED' : 'HELD' });
  return counts.failed === 0 ? found : `${found}, ${counts.failed.toLocaleString('en-GB')} with a problem`;
}
