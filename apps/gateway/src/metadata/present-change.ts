import type { Change, FieldDifference } from '@octavo/contracts';
import type { KeptChange } from '@octavo/database';
import { type BookMetadata, METADATA_FIELDS } from '@octavo/domain';

/** One line of a book's history. */
export function presentChange({ id, runId, kind, by, at, undoneAt, change }: KeptChange): Change {
  const { field, before, after } = change;
  const named =
    change.field === 'cover'
      ? { ...change.originAfter, sourceBefore: change.originBefore?.source }
      : { source: change.source, provider: change.provider, sourceBefore: change.sourceBefore };
  return {
    ...{ id, runId, kind, by, field, before, after },
    at: at.toISOString(),
    source: named.source,
    provider: named.provider ?? null,
    sourceBefore: named.sourceBefore ?? null,
    undone: undoneAt !== null,
  };
}

/** Fields with another value; a merge or an edit leaves what it does not touch the very same. */
export function differences(before: BookMetadata, after: BookMetadata): FieldDifference[] {
  return METADATA_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    ...{ field, before: before[field], after: after[field] },
  }));
}
