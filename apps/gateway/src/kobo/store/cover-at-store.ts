import type { Database } from '@octavo/database';
import { type CoverRequest, idsIn, storeCover } from '@octavo/kobo';
import type { KoboCaller } from '../device.guard.js';

/**
 * Where a device finds a cover we do not know: with the store, where its account there is used. All covers are asked of
 * us, so those of bought books are too. Undefined for a picture of ours, even one the device may not see.
 */
export async function coverAtStore(
  database: Database,
  { device }: KoboCaller,
  asked: CoverRequest,
): Promise<string | undefined> {
  if (!device.storeProxy) return undefined;
  const ours = await database.ownIds.among(idsIn(asked.imageId) ?? []);
  return ours.size === 0 ? storeCover(asked) : undefined;
}
