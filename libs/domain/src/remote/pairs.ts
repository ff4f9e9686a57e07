import type { RemoteItem } from './remote-item.js';

/** Files that have no counterpart yet: those that are no longer where they were, and those nobody knew. */
export interface Unmatched {
  gone: readonly RemoteItem[];
  fresh: readonly RemoteItem[];
}

type KeyOf = (item: RemoteItem) => string | null;

/**
 * Pairs of a gone and a fresh file with one key that no other file on either side has. Files whose sizes are known and
 * differ are no pair.
 */
export function pairsOf({ gone, fresh }: Unmatched, keyOfGone: KeyOf, keyOfFresh = keyOfGone) {
  const byKey = new Map<string, Match>();
  for (const from of gone) {
    const key = keyOfGone(from);
    if (key === null) continue;
    const match = byKey.get(key);
    if (match) match.isUnique = false;
    else byKey.set(key, { from, to: null, isUnique: true });
  }
  for (const to of fresh) {
    const key = keyOfFresh(to);
    const match = key === null ? undefined : byKey.get(key);
    if (match?.to) match.isUnique = false;
    else if (match) match.to = to;
  }
  return [...byKey.values()].filter(isPair);
}

interface Match {
  from: RemoteItem;
  to: RemoteItem | null;
  isUnique: boolean;
}

function isPair(match: Match): match is Match & { to: RemoteItem } {
  return match.isUnique && match.to !== null && !sizesDiffer(match.from, match.to);
}

function sizesDiffer(one: RemoteItem, other: RemoteItem): boolean {
  return one.size !== null && other.size !== null && one.size !== other.size;
}
