import type { PurchaseToKeep } from '@octavo/database';
import { type AudibleItem, harmlessJson, harmlessRow } from '@octavo/sources';
import type { ComparedTitle } from './sort-titles.js';

/** A title as it is kept; `item` is what all answers together say of it. */
export function purchaseOf(
  { raw, digest, volatileDigest }: Pick<ComparedTitle, 'raw' | 'digest' | 'volatileDigest'>,
  item: AudibleItem,
  bookId: string | null,
): PurchaseToKeep {
  return {
    ...{ asin: item.asin, bookId, kind: item.kind, title: item.title ?? null, hollow: item.hollow },
    ...{ digest, volatileDigest },
    item: harmlessJson(item) as PurchaseToKeep['item'],
    raw: harmlessRow(raw) as PurchaseToKeep['raw'],
    purchasedAt: item.purchasedAt === undefined ? null : new Date(item.purchasedAt),
    runtimeMin: item.runtimeMin ?? null,
    heardPercent: item.percentComplete ?? null,
    isFinished: item.isFinished ?? null,
    isPresent: item.status !== 'Revoked',
  };
}
