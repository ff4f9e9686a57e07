import { Injectable } from '@nestjs/common';
import { type ConnectedLibrary, Database, type Repositories, settleRights, type SourceCounts } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { ServerFacts, WalkCounters } from '@octavo/sources';
import type { Report } from './report.js';
import { SettleConnection } from '../scheduling/settle-connection.js';
import { type Comparison, CompareListing } from './compare-listing.js';
import { LearnOfChanges } from './learn-of-changes.js';
import { tellsFilesApart } from './tells-files-apart.js';

/** A listing that came to its end. */
export interface ToTakeOver {
  connection: ConnectedLibrary;
  scanId: string;
  /** Whoever compares the library now. */
  turn: string;
  facts: ServerFacts;
  isAnother: boolean;
  counters: WalkCounters;
  /** Folders that were left out because nothing changed below them. */
  pruned: number;
  /** What the server said of changes itself. */
  report: Report | undefined;
}

/** What taking over a listing came to. */
export interface TakenOver extends SourceCounts {
  moved: number;
  /** Not there any more: marked as missing, missed for the first time, or held back. */
  gone: number;
  marked: number;
  /** Why what is gone was held back. */
  held: string | null;
  isPartial: boolean;
}

/** A file is missing once two listings, so far apart, did not show it. */
const MISSED_APART_SEC = 5 * 60;
/** A file that was left alone for so long, by the server's clock, has arrived; any other once two listings agree. */
const QUIET_SEC = 120;

/**
 * Takes over a listing: in one transaction, and only while the connection is still whoever listed it's to compare. So a
 * worker that was thought dead and comes back changes nothing.
 */
@Injectable()
export class TakeOverListing {
  constructor(
    private readonly database: Database,
    private readonly comparing: CompareListing,
    private readonly changes: LearnOfChanges,
    private readonly settle: SettleConnection,
  ) {}

  /** Throws 'job.cancelled' where somebody else has the turn by now, or the connection was removed. */
  async take(what: ToTakeOver): Promise<TakenOver> {
    await this.database.sourceListings.staged();
    return this.database.transaction(async (repositories) => {
      const { libraryId } = what.connection;
      if (!(await repositories.connections.isOurs(libraryId, what.turn))) throw new DomainError('job.cancelled');
      await repositories.sourceUpdates.expectMany(true);
      await repositories.sourceListings.keepWhatCounts(what.scanId, QUIET_SEC);
      return this.keep(repositories, what);
    });
  }

  private async keep(repositories: Repositories, what: ToTakeOver): Promise<TakenOver> {
    const { connection, scanId, facts } = what;
    const { libraryId, library } = connection;
    const { sourceDifferences, sourceUpdates, scans, connections } = repositories;
    const comparison = await this.comparing.compare(repositories, {
      ...{
        scanId,
        libraryId,
        isMoved: connection.isMoved,
        isAnother: what.isAnother,
        confirmed: library.confirmedGone,
      },
      held: connection.held,
      etagPerFile: tellsFilesApart(facts.kind),
    });
    // What a folder that failed would have shown is to be named again.
    if (hasAllListed(what)) {
      const { found, gone } = comparison;
      const isDifferent = found.hasNew || found.hasOutdated || found.hasReturned;
      const learning = { connection, scanId, isDifferent, gone, isFull: isFull(what), report: what.report };
      await this.changes.learn(repositories, learning);
    }
    const movedBooks = await sourceUpdates.move(libraryId, comparison.moves);
    const isMoved = comparison.moves.length > 0;
    const { pruned } = comparison;
    const found = isMoved ? await sourceDifferences.compare(scanId, libraryId, pruned) : comparison.found;
    const { counts } = found;
    const backBooks = found.hasReturned ? await sourceUpdates.seenAgain(scanId, libraryId) : [];
    if (found.hasOutdated) await sourceUpdates.takeKnown(scanId, libraryId);
    if (found.hasNew) await sourceUpdates.takeNew(scanId, libraryId);
    await sourceUpdates.noteArrivals(libraryId);
    if (found.hasSidecars) await sourceUpdates.takeSidecars(scanId, libraryId);
    const lost = await this.miss(repositories, connection, comparison);
    await connections.remember(libraryId, { held: comparison.held && { ...comparison.held } });
    const isRestful = counts.settling === 0 && !found.hasUnlisted;
    await this.takeFolders(repositories, what, { gone: comparison.doubt ? comparison.gone : [], isRestful });
    if (what.isAnother && !comparison.doubt) await connections.learn(libraryId, { ...facts }, true);
    const result = taken(what, counts, comparison, lost.marked);
    await scans.update(scanId, { state: 'IMPORTING', ...countsOf(result) });
    await this.settle.concluded(repositories, libraryId, {
      status: result.held !== null ? 'HELD' : result.isPartial ? 'PARTIAL' : 'OK',
      detail: result.held,
      settling: counts.settling > 0,
    });
    await sourceUpdates.expectMany(false);
    await tellDevices(repositories, [...movedBooks, ...backBooks, ...lost.bookIds]);
    return result;
  }

  private async miss(
    repositories: Repositories,
    { libraryId, library }: ConnectedLibrary,
    { gone, doubt, isBelieved }: Comparison,
  ) {
    if (doubt) return { marked: 0, bookIds: [] };
    const isConfirmed = library.confirmedGone !== null;
    const atOnce = isConfirmed || isBelieved;
    const lost = await repositories.sourceUpdates.miss(libraryId, gone, { apartSec: MISSED_APART_SEC, atOnce });
    if (isConfirmed) await repositories.libraries.update(libraryId, { confirmedGone: null });
    return lost;
  }

  private async takeFolders(
    { sourceFolders }: Repositories,
    what: ToTakeOver,
    files: { gone: readonly string[]; isRestful: boolean },
  ): Promise<void> {
    const { scanId, connection } = what;
    const { libraryId } = connection;
    await sourceFolders.takeOver(scanId, libraryId);
    if (hasAllListed(what)) await sourceFolders.forgetOthers(scanId, libraryId);
    await sourceFolders.keepAwake(scanId, libraryId, files);
  }
}

/** Every folder that was to be was listed, whole. */
function hasAllListed({ counters }: ToTakeOver): boolean {
  return counters.failed + counters.partial === 0;
}

/** Every folder there is. */
function isFull(what: ToTakeOver): boolean {
  return hasAllListed(what) && what.counters.skipped + what.pruned === 0;
}

function taken(
  { counters }: ToTakeOver,
  counts: SourceCounts,
  { moves, gone, doubt, pruned }: Comparison,
  marked: number,
): TakenOver {
  const isPartial = counters.failed + counters.partial + counters.skipped > 0;
  const [found, unchanged] = [counts.found + pruned, counts.unchanged + pruned];
  return {
    ...counts,
    found,
    unchanged,
    moved: moves.length,
    gone: gone.length,
    marked,
    held: doubt?.because ?? null,
    isPartial,
  };
}

function countsOf({ found, added, changed, unchanged, moved, gone, marked, held }: TakenOver) {
  return { found, added, changed, unchanged, moved, gone: held === null ? marked : gone, heldBecause: held };
}

/** Books whose files came back, went, or lie elsewhere; last of all in the transaction, since devices' lines are held. */
async function tellDevices(repositories: Repositories, bookIds: string[]): Promise<void> {
  const books = [...new Set(bookIds)].sort();
  if (books.length === 0) return;
  await repositories.books.refreshMissing(books);
  await repositories.entitlements.lock();
  await settleRights(repositories, { books });
}
