import { type FieldChange, sameOrigins } from './changes.js';
import { sameValue } from './field-values.js';
import { entriesOf, fieldOf, type Origins, originsOfField, type StoredBook } from './origins.js';

export interface Undone extends StoredBook {
  undone: FieldChange[];
  /** Fields that were left as they are. */
  kept: { change: FieldChange; reason: 'changed since' | 'locked' }[];
}

/**
 * Gives back what was before `changes`, which are those of one run in any order. A field that is not as the run left it was
 * changed again since and stays; so does one that was locked since.
 */
export function undo(stored: StoredBook, changes: readonly FieldChange[]): Undone {
  const result: Undone = { metadata: { ...stored.metadata }, origins: { ...stored.origins }, undone: [], kept: [] };
  for (const change of changes) {
    const reason = whyKeep(result, change);
    if (reason === undefined) restore(result, change);
    else result.kept.push({ change, reason });
  }
  return result;
}

function whyKeep({ metadata, origins }: StoredBook, change: FieldChange) {
  const { field, after, originsAfter } = change;
  const isAsLeft =
    sameValue(field, metadata[field], after) && sameOrigins(originsOfField(origins, field), originsAfter);
  if (!isAsLeft) return 'changed since' as const;
  return isLockedSince(origins, change) ? ('locked' as const) : undefined;
}

function isLockedSince(origins: Origins, { field, originsAfter }: FieldChange): boolean {
  return entriesOf(originsOfField(origins, field)).some(([part, { locked }]) => locked && !originsAfter[part]?.locked);
}

function restore(result: Undone, change: FieldChange): void {
  const { field, before, originsBefore } = change;
  Object.assign(result.metadata, { [field]: before });
  const others = entriesOf(result.origins).filter(([part]) => fieldOf(part) !== field);
  result.origins = { ...Object.fromEntries(others), ...originsBefore };
  result.undone.push(change);
}
