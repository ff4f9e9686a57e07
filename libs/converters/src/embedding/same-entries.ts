import { isDeepStrictEqual } from 'node:util';
import type { ArchiveEntry, ZipArchive } from '@octavo/formats';
import { claimsOf, copiedEntries } from './copy-archive.js';
import type { EmbedPlan } from './embedder.js';
import { spoilt } from './spoilt.js';

/**
 * Throws 'conversion.failed' unless the result has the entries of its source in their order, each packed to the same
 * bytes, but for those the plan rewrites, puts first or adds.
 */
export async function checkEntries(plan: EmbedPlan, result: ZipArchive, signal?: AbortSignal): Promise<void> {
  const { archive, first, rewritten, added } = plan;
  const sources = copiedEntries(plan);
  const names = [...(first ? [first] : []), ...sources, ...added].map(({ name }) => name);
  if (
    !isDeepStrictEqual(
      names,
      result.entries.map(({ name }) => name),
    )
  )
    throw spoilt('does not hold the same files');
  const copies = result.entries.slice(first ? 1 : 0);
  for (const [at, source] of sources.entries()) {
    signal?.throwIfAborted();
    const copy = copies[at];
    if (rewritten.has(source) || !copy) continue;
    if (!(await isCopy(archive, source, result, copy))) throw spoilt(`holds another "${source.name}"`);
  }
}

async function isCopy(from: ZipArchive, source: ArchiveEntry, to: ZipArchive, copy: ArchiveEntry): Promise<boolean> {
  if (!isDeepStrictEqual(claimsOf(source), claimsOf(copy))) return false;
  return Buffer.compare(await from.compressed(source), await to.compressed(copy)) === 0;
}
