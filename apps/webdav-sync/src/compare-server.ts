import { Injectable } from '@nestjs/common';
import type { JobContext, ResultOf, webdavSync } from '@octavo/contracts';
import { type ConnectedLibrary, Database, type Scan } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { TakeOverListing } from './comparing/take-over-listing.js';
import { type Survey, SurveyServer } from './listing/survey-server.js';
import { NameItems } from './reading/name-items.js';
import { SettleConnection } from './scheduling/settle-connection.js';
import { previewOf, tallyOf } from './tally.js';

type Result = ResultOf<typeof webdavSync.jobs.syncSource>;

/** Somebody who has the turn at a connection. */
export interface Comparing extends JobContext {
  turn: string;
  /** Only to see what there is: nothing is changed. */
  preview: boolean;
}

const NOTHING = { found: 0, added: 0, changed: 0, unchanged: 0, moved: 0, removed: 0, held: null };
const FAULTS_KEPT = 1_000;

/** One comparison of a server with what is known of it, from the first request to the last new book. */
@Injectable()
export class CompareServer {
  constructor(
    private readonly database: Database,
    private readonly servers: SurveyServer,
    private readonly takeOver: TakeOverListing,
    private readonly naming: NameItems,
    private readonly settle: SettleConnection,
  ) {}

  async compare(connection: ConnectedLibrary, how: Comparing): Promise<Result> {
    const scan = await this.database.scans.resume(connection.libraryId, how.runId);
    try {
      if (scan.state === 'LISTING') return await this.listAndTake(connection, scan, how);
      // It was taken over already; what is new has still to be taken in.
      return await this.takeIn(connection, scan, how);
    } catch (error) {
      await this.giveUp(scan, error, how.signal);
      throw error;
    }
  }

  private async listAndTake(connection: ConnectedLibrary, scan: Scan, how: Comparing): Promise<Result> {
    const progress = (entries: number) => how.progress(entries, null);
    const survey = await this.servers.survey(connection, scan, { progress, signal: how.signal });
    const { end } = survey.listed;
    if (end.kind === 'waiting') {
      await this.settle.postponed(connection.libraryId, end.retryAfter);
      return { ...NOTHING, outcome: 'WAITING' };
    }
    if (how.preview) return this.preview(scan, survey);
    await this.noteTroubles(scan);
    const { facts, isAnother, listed } = survey;
    const taking = {
      connection,
      scanId: scan.id,
      turn: how.turn,
      facts,
      isAnother,
      counters: listed.end.counters,
      pruned: listed.pruned,
      report: survey.report,
    };
    const taken = await this.takeOver.take(taking);
    await this.database.scans.tell(scan.id, tallyOf(survey, taken));
    await this.database.sourceListings.clear(scan.id);
    return this.takeIn(connection, scan, how);
  }

  private async takeIn({ library }: ConnectedLibrary, { id: scanId }: Scan, how: Comparing): Promise<Result> {
    const { progress, signal } = how;
    await this.naming.ofScan(library, { scanId, progress, signal });
    const scan = (await this.database.scans.find(scanId))!;
    await this.database.scans.end(scanId, scan.heldBecause === null ? 'COMPLETED' : 'HELD');
    return resultOf(scan);
  }

  private async preview(scan: Scan, survey: Survey): Promise<Result> {
    const { sourceListings, scans } = this.database;
    await sourceListings.staged();
    const counts = await this.database.transaction(async ({ sourceUpdates, sourceListings, sourceDifferences }) => {
      await sourceUpdates.expectMany(true);
      await sourceListings.keepWhatCounts(scan.id, 0);
      return (await sourceDifferences.compare(scan.id, scan.libraryId, 0)).counts;
    });
    const preview = await previewOf(this.database, scan.id);
    await scans.update(scan.id, { found: counts.found, added: counts.added, changed: counts.changed });
    await scans.tell(scan.id, { ...tallyOf(survey, { ...counts, gone: 0, marked: 0, held: null }), preview });
    await sourceListings.clear(scan.id);
    await scans.end(scan.id, 'COMPLETED');
    return { ...NOTHING, ...counts, outcome: 'OK' };
  }

  /** What could not be listed, and why. */
  private async noteTroubles({ id }: Scan): Promise<void> {
    const troubled = await this.database.sourceListings.troubled(id, FAULTS_KEPT);
    const faults = troubled.map(({ path, detail, outcome }) => {
      const code = outcome === 'failed' ? 'source.unreachable' : 'source.incomplete';
      return { path: path || '.', code, detail: detail ?? '' };
    });
    await this.database.scans.complain(id, faults);
  }

  /** A comparison whose worker stops is gone on with; every other that fails is over. */
  private async giveUp(scan: Scan, error: unknown, signal: AbortSignal): Promise<void> {
    const { scans, sourceListings, arrivals } = this.database;
    if (signal.aborted && signal.reason !== 'cancelled') return;
    await arrivals.release(scan.id);
    await sourceListings.clear(scan.id);
    const known = error instanceof DomainError ? error : undefined;
    if (signal.aborted || known?.code === 'job.cancelled') return scans.end(scan.id, 'CANCELLED');
    const why = { code: known?.code ?? 'internal', detail: known?.detail ?? 'Something failed that should not' };
    await scans.end(scan.id, 'FAILED', why);
  }
}

function resultOf({ found, added, changed, unchanged, moved, gone, heldBecause: held, tally }: Scan): Result {
  const { failedFolders = 0, partialFolders = 0 } = (tally ?? {}) as {
    failedFolders?: number;
    partialFolders?: number;
  };
  const outcome = held !== null ? 'HELD' : failedFolders + partialFolders > 0 ? 'PARTIAL' : 'OK';
  return { outcome, found, added, changed, unchanged, moved, removed: held === null ? gone : 0, held };
}
