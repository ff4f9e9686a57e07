import type { SyncPreview, SyncTally } from '@octavo/contracts';
import type { Database } from '@octavo/database';
import { formatOfName } from '@octavo/domain';
import type { TakenOver } from './comparing/take-over-listing.js';
import type { Survey } from './listing/survey-server.js';

const EXAMPLES = 20;

/** What listing a server took and came across. */
export function tallyOf(
  { listed: { end, ignored, pruned } }: Survey,
  { settling, gone, marked, held }: Pick<TakenOver, 'settling' | 'gone' | 'marked' | 'held'>,
): SyncTally {
  const { requests, complete, partial, failed, rejectedHrefs } = end.counters;
  return {
    ...{ requests, folders: complete + partial, failedFolders: failed, partialFolders: partial, prunedFolders: pruned },
    ...{ ignored, settling, rejected: rejectedHrefs, missed: held === null ? gone - marked : 0 },
  };
}

/** What a listing would bring. */
export async function previewOf({ sourceListings }: Database, scanId: string): Promise<SyncPreview> {
  const endings = await sourceListings.endings(scanId);
  const formats = new Map<string, number>();
  for (const { name, count } of endings) {
    const format = formatOfName(name);
    if (format) formats.set(format, (formats.get(format) ?? 0) + count);
  }
  const sorted = [...formats].map(([format, count]) => ({ format, count })).sort((a, b) => b.count - a.count);
  const books = sorted.reduce((sum, { count }) => sum + count, 0);
  return { books, formats: sorted, examples: await sourceListings.examples(scanId, EXAMPLES) };
}
