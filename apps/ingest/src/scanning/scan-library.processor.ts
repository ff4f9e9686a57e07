import { Injectable } from '@nestjs/common';
import { ingest, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, type FolderLibrary, type Scan } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { TakeGone } from '../importing/take-gone.js';
import { CompareFolder, type Comparison } from './compare-folder.js';
import { WorkOffArrivals } from './work-off-arrivals.js';

type Job = typeof ingest.jobs.scanLibrary;

/**
 * Compares a library's folder with what is known, sees to it that every new or changed file is looked at, and marks
 * what is gone. Killed at any instant it begins again and finds done what was done.
 */
@Injectable()
export class ScanLibrary implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly folder: CompareFolder,
    private readonly arrivals: WorkOffArrivals,
    private readonly takeGone: TakeGone,
    private readonly announcements: Announcements,
  ) {}

  async process({ libraryId }: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>> {
    const library = await this.database.libraries.findFolder(libraryId);
    if (!library) throw new DomainError('library.not-found');
    if (library.paused) throw new DomainError('library.paused');
    const scan = await this.database.scans.begin(libraryId, context.runId);
    try {
      return await this.scan(library, scan, context);
    } catch (error) {
      await this.giveUp(library, scan, { error, signal: context.signal });
      throw error;
    } finally {
      this.announcements.announce('source', libraryId);
    }
  }

  private async scan(library: FolderLibrary, scan: Scan, context: JobContext): Promise<ResultOf<Job>> {
    this.announcements.announce('source', library.id);
    const comparison = await this.folder.compare(library, scan.id, context.signal);
    const { root, found, unchanged } = comparison;
    // A scan that begins again must not forget what it had found to do before.
    const added = Math.max(scan.added, comparison.added);
    const changed = Math.max(scan.changed, comparison.changed);
    await this.database.scans.update(scan.id, { state: 'IMPORTING', found, added, changed, unchanged });
    await this.database.libraries.scanned(library.id, root);
    await this.arrivals.ofScan(library, scan, context);
    const gone = await this.takeGone.take(library, comparison.gone);
    return this.conclude(library, scan.id, { comparison, gone });
  }

  private async conclude(
    library: FolderLibrary,
    scanId: string,
    { comparison, gone }: { comparison: Comparison; gone: { count: number; held: string | null } },
  ): Promise<ResultOf<Job>> {
    const { held } = gone;
    await this.database.scans.update(scanId, { gone: gone.count, heldBecause: held });
    await this.database.scans.end(scanId, held === null ? 'COMPLETED' : 'HELD');
    if (held === null && library.confirmedGone !== null)
      await this.database.libraries.update(library.id, { confirmedGone: null });
    const { added, changed, found, unchanged, failed, moved } = (await this.database.scans.find(scanId))!;
    const unreadable = comparison.unseen.unreadable.map(({ path, reason }) => `${path || '.'}: ${reason}`);
    const removed = held === null ? gone.count : 0;
    return { found, added, changed, unchanged, failed, moved, removed, held, unreadable: unreadable.slice(0, 100) };
  }

  /** A scan that was cancelled leaves nothing to be done; one whose worker stops is gone on with by the next. */
  private async giveUp(library: FolderLibrary, scan: Scan, { error, signal }: { error: unknown; signal: AbortSignal }) {
    const { arrivals, libraries, scans } = this.database;
    if (signal.aborted && signal.reason !== 'cancelled') return;
    if (signal.aborted) {
      await arrivals.forgetScan(scan.id);
      return scans.end(scan.id, 'CANCELLED');
    }
    const known = error instanceof DomainError ? error : undefined;
    const why = { code: known?.code ?? 'internal', detail: known?.detail ?? 'Something failed that should not' };
    await scans.end(scan.id, 'FAILED', why);
    if (known) await libraries.complain(library.id, known.code, known.detail);
  }
}
