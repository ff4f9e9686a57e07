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

/** What a device's sync token says of it. */
export interface SyncPosition {
  /** What the device knew when this sync began: everything up to here. */
  since: number;
  /** How far this sync has come. */
  cursor: number;
}

export const CHANGE_KINDS = ['removed', 'new', 'metadata', 'reading-state'] as const;
export type Change = (typeof CHANGE_KINDS)[number];

/**
 * What a device must be told of an entitlement that stands after its cursor.
 *
 * `since` and not `cursor` decides between new and changed: an entitlement may have moved along the line while this
 * sync was under way, so only what was settled before the sync began is sure to be on the device.
 *
 * `offered` is the furthest position any answer to this device ever covered. A book that was first granted beyond it
 * cannot be on the device, whatever answers were lost, so its removal need not be told.
 */
export function changesFor(entitlement: Entitlement, { since }: SyncPosition, offered: number): Change[] {
  if (entitlement.revoked) return entitlement.firstGrantedAt <= offered ? ['removed'] : [];
  if (entitlement.grantedAt > since || entitlement.fileAt > since) return ['new'];
  const changes: Change[] = [];
  if (entitlement.metadataAt > since) changes.push('metadata');
  if (entitlement.stateAt > since) changes.push('reading-state');
  return changes;
}

/**
 * The position after a page that reached `reached` on the line. A finished sync becomes what the device knew; an
 * unfinished one only moves the cursor.
 */
export function positionAfter({ since }: SyncPosition, reached: number, more: boolean): SyncPosition {
  return more ? { since, cursor: reached } : { since: reached, cursor: reached };
}
