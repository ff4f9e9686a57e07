import { Injectable } from '@nestjs/common';
import type { ConnectedLibrary, Repositories } from '@octavo/database';
import { learnPruning, mayPrune, NOTHING_LEARNED, type PruningState } from '@octavo/domain';

/** A listing that left nothing out. */
export interface FullListing {
  connection: ConnectedLibrary;
  scanId: string;
  /** Known, and not there any more. */
  gone: readonly string[];
}

/** Learns from full listings whether a server's folders have other tags whenever something changed below them. */
@Injectable()
export class LearnOfTags {
  /** Before the listing is taken over, in the same transaction. */
  async learn(repositories: Repositories, { connection, scanId, gone }: FullListing): Promise<void> {
    const { sourceFolders, sourceDifferences, connections } = repositories;
    const { libraryId } = connection;
    const folders = await sourceFolders.changes(scanId, libraryId);
    const isComparable = folders.some(({ etagChanged }) => etagChanged !== null);
    const changedPaths = isComparable ? [...(await sourceDifferences.different(scanId, libraryId)), ...gone] : [];
    const state = learnPruning(stateOf(connection), { at: new Date(), folders, changedPaths });
    await connections.remember(libraryId, {
      pruning: JSON.parse(JSON.stringify(state)) as Record<string, string | number | null>,
    });
  }
}

/** Whether folders with the tags they had may be left out of a listing. */
export function mayLeaveOut(connection: ConnectedLibrary, now: Date): boolean {
  const { isMoved, library } = connection;
  return !isMoved && library.confirmedGone === null && mayPrune(stateOf(connection), now);
}

/** As it is kept: its times are texts there. */
function stateOf({ pruning }: ConnectedLibrary): PruningState {
  const kept = pruning as { [Field in keyof PruningState]: PruningState[Field] | string } | null;
  if (kept === null) return NOTHING_LEARNED;
  const time = (at: unknown) => (typeof at === 'string' ? new Date(at) : null);
  const { walks, changesSeen, violationAt, lastFullWalkAt } = kept;
  return {
    ...{ walks: Number(walks), changesSeen: Number(changesSeen) },
    ...{ violationAt: time(violationAt), lastFullWalkAt: time(lastFullWalkAt) },
  };
}
