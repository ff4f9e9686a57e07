import { Injectable } from '@nestjs/common';
import type { ConnectedLibrary, Repositories } from '@octavo/database';
import { learnPruning, mayPrune, NOTHING_LEARNED, type PruningState } from '@octavo/domain';
import type { Report } from './report.js';

/** A listing in which no folder failed. */
export interface WholeListing {
  connection: ConnectedLibrary;
  scanId: string;
  /** Something in it is new, or not as it was known. */
  isDifferent: boolean;
  /** Known, and not there any more. */
  gone: readonly string[];
  /** Nothing was left out of it. */
  isFull: boolean;
  /** What the server said of changes since the last one, where it was asked. */
  report: Report | undefined;
}

/** What is known of a server's reports of changes, and where the next question begins. */
export interface ReportsState extends PruningState {
  token: string | null;
}

/**
 * Learns from full listings whether a server tells of all changes: by other tags of all folders above them, or by naming
 * them when it is asked (RFC 6578).
 */
@Injectable()
export class LearnOfChanges {
  /** Before the listing is taken over, in the same transaction. */
  async learn(repositories: Repositories, what: WholeListing): Promise<void> {
    const { connection, scanId, isDifferent, gone, isFull, report } = what;
    const { sourceFolders, sourceDifferences, connections } = repositories;
    const { libraryId } = connection;
    if (!isFull) {
      const reports = report && asJson({ ...reportsOf(connection), token: report.token });
      return connections.remember(libraryId, { ...(reports && { reports }) });
    }
    const folders = await sourceFolders.changes(scanId, libraryId);
    const named = report?.touched;
    const isComparable = named != null || folders.some(({ etagChanged }) => etagChanged !== null);
    const different = isComparable && isDifferent ? await sourceDifferences.different(scanId, libraryId) : [];
    const changedPaths = isComparable ? [...different, ...gone] : [];
    const at = new Date();
    const pruning = asJson(learnPruning(tagsOf(connection), { at, folders, changedPaths }));
    const touched = (path: string, awake: boolean) => (named == null || awake ? null : named.has(path));
    const asNamed = folders.map(({ path, awake }) => ({ path, etagChanged: touched(path, awake) }));
    const learned = learnPruning(reportsOf(connection), { at, folders: asNamed, changedPaths });
    const reports = report && asJson({ ...learned, token: report.token });
    await connections.remember(libraryId, { pruning, ...(reports && { reports }) });
  }
}

/** Whether folders with the tags they had may be left out of a listing. */
export function mayGoByTags(connection: ConnectedLibrary, now: Date): boolean {
  return isCalm(connection) && mayPrune(tagsOf(connection), now);
}

/** Whether folders of which the server names nothing may be left out. */
export function mayGoByReports(connection: ConnectedLibrary, now: Date): boolean {
  return isCalm(connection) && mayPrune(reportsOf(connection), now);
}

/** Nobody changed its address, or confirmed that much is gone. */
function isCalm({ isMoved, library }: ConnectedLibrary): boolean {
  return !isMoved && library.confirmedGone === null;
}

function tagsOf({ pruning }: ConnectedLibrary): PruningState {
  return stateIn(pruning as Kept | null);
}

export function reportsOf({ reports }: ConnectedLibrary): ReportsState {
  const kept = reports as (Kept & { token: string | null }) | null;
  return { ...stateIn(kept), token: kept?.token ?? null };
}

/** As it is kept: its times are texts there. */
type Kept = { [Field in keyof PruningState]: PruningState[Field] | string };

function stateIn(kept: Kept | null): PruningState {
  if (kept === null) return NOTHING_LEARNED;
  const time = (at: unknown) => (typeof at === 'string' ? new Date(at) : null);
  const { walks, changesSeen, violationAt, lastFullWalkAt } = kept;
  return {
    ...{ walks: Number(walks), changesSeen: Number(changesSeen) },
    ...{ violationAt: time(violationAt), lastFullWalkAt: time(lastFullWalkAt) },
  };
}

function asJson(state: PruningState | ReportsState): Record<string, string | number | null> {
  return JSON.parse(JSON.stringify(state)) as Record<string, string | number | null>;
}
