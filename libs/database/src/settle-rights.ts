import type { SettlingScope } from './repositories/entitlements.repository.js';
import type { Repositories } from './repositories/index.js';

/**
 * Gives devices the books they are to have and takes back the others, within the caller's transaction; call it whenever
 * something changed that decides on that. Gives how many rights changed.
 */
export async function settleRights(
  { entitlements, shelfEntitlements }: Repositories,
  scope: SettlingScope,
): Promise<number> {
  const changed = await entitlements.settle(scope);
  if (changed > 0) await shelfEntitlements.follow(scope);
  return changed;
}
