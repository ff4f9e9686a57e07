import type { SyncPosition } from './position.js';

/**
 * A device's right to a book, as a place on that device's version line. Every change to what a device may open, or to
 * how that looks, takes the line's next number; all fields but `revoked` are such numbers.
 */
export interface Entitlement {
  /** When the right was given, last and for the first time. */
  grantedAt: number;
  firstGrantedAt: number;
  /** When the file, the metadata (cover included) and the reading state last changed. */
  fileAt: number;
  metadataAt: number;
  stateAt: number;
  /** The newest of them all: where the entitlement stands on the line. */
  changedAt: number;
  /** A revoked right stays as a tombstone, so that a device that was away still hears of it. */
  revoked: boolean;
}

/** In the order they are told in. */
export const CHANGE_KINDS = ['removed', 'new', 'metadata', 'reading-state'] as const;
export type Change = (typeof CHANGE_KINDS)[number];

/**
 * What a device must be told of an entitlement that stands after its position.
 *
 * `since` and not how far this sync has come decides between new and changed: an entitlement may have moved along the
 * line while this sync was under way, so only what was settled before the sync began is sure to be on the device.
 *
 * `offered` is the furthest position any answer to this device ever covered. A book that was first granted beyond it
 * cannot be on the device, whatever answers were lost, so its removal need not be told.
 */
export function changesFor(entitlement: Entitlement, position: SyncPosition, offered: number): Change[] {
  const { since } = position;
  if (entitlement.revoked) {
    const toldAtOnce = position.phase === 'books' && entitlement.changedAt <= position.removals;
    return toldAtOnce || entitlement.firstGrantedAt > offered ? [] : ['removed'];
  }
  if (entitlement.grantedAt > since || entitlement.fileAt > since) return ['new'];
  const changes: Change[] = [];
  if (entitlement.metadataAt > since) changes.push('metadata');
  if (entitlement.stateAt > since) changes.push('reading-state');
  return changes;
}

/** A shelf on a device, on the same line. */
export type ShelfEntitlement = Pick<Entitlement, 'grantedAt' | 'firstGrantedAt' | 'changedAt' | 'revoked'>;

/** What a device must be told of a shelf that stands after its position. */
export function shelfChangeFor(
  shelf: ShelfEntitlement,
  { since }: SyncPosition,
  offered: number,
): 'new' | 'changed' | 'deleted' | undefined {
  if (shelf.revoked) return shelf.firstGrantedAt <= offered ? 'deleted' : undefined;
  return shelf.grantedAt > since ? 'new' : 'changed';
}
