import { type Repositories, settleRights } from '@octavo/database';
import type { Kept } from './keep-file.js';

/**
 * Tells devices of books whose files were kept, in the same transaction and as the last of it: whoever moves devices' lines
 * holds them until the end.
 */
export async function tellOfKept(repositories: Repositories, kept: readonly Kept[]): Promise<void> {
  const known = kept.filter(({ outcome }) => outcome === 'updated' || outcome === 'moved');
  if (known.length === 0) return;
  const ids = (those: readonly Kept[]) => [...new Set(those.map(({ bookId }) => bookId))].sort();
  await repositories.entitlements.lock();
  for (const id of ids(known.filter(({ retold }) => retold))) await repositories.entitlements.touch(id, 'metadata');
  await settleRights(repositories, { books: ids(known) });
}
