import type { Change } from '@octavo/contracts';
import { METADATA_FIELDS } from '@octavo/domain';

/** What changed in a book at once, for one reason. */
export interface Run extends Pick<Change, 'kind' | 'by' | 'at'> {
  id: string;
  changes: Change[];
  /** All of it was taken back. */
  isUndone: boolean;
}

const ORDER: readonly string[] = METADATA_FIELDS;

/** A book's history by run, the newest first; within a run in the order in which books are told of. */
export function runsOf(changes: readonly Change[]): Run[] {
  const runs = Map.groupBy(changes, ({ runId }) => runId);
  return [...runs].flatMap(([id, together]) => {
    const [first] = together;
    if (!first) return [];
    const { kind, by, at } = first;
    const sorted = together.toSorted((a, b) => place(a) - place(b));
    return [{ id, kind, by, at, changes: sorted, isUndone: together.every(({ undone }) => undone) }];
  });
}

function place({ field }: Change): number {
  const at = ORDER.indexOf(field);
  return at < 0 ? ORDER.length : at;
}
