import { Injectable } from '@nestjs/common';
import { ingest, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, type Library, type Scan } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { AskForWhatFollows } from '../importing/ask-for-what-follows.js';
import { Importer } from '../importing/importer.js';
import { TakeGone } from '../importing/take-gone.js';
import { WakeImporters } from '../importing/wake-importers.js';
import { AssertMounted } from './assert-mounted.js';
import { CompareFolder, type Comparison } from './compare-folder.js';

type Job = typeof ingest.jobs.scanLibrary;

const LOOK_AGAIN_MS = 300;
/** What is not due for so long is not waited for: it is looked at when its time comes. */
const WAIT_AT_MOST_MS = 3_000;
/** Fewer are done before the others have started. */
const WORTH_HELP = 50;

/**
 * Compares a library's folder with what is known, sees to it that every new or changed file is looked at, and marks
 * what is gone. Killed at any instant it begins again and finds done what was done.
 */
@Injectable()
export class ScanLibrary implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly mount: AssertMounted,
    private readonly folder: CompareFolder,
    private readonly importer: Importer,
    private readonly importers: WakeImporters,
    private readonly takeGone: TakeGone,
    private readonly follow: AskForWhatFollows,
    private readonly announcements: Announcements,
  ) {}

  async process({ libraryId }: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>> {
    const library = await this.database.libraries.find(libraryId);
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

  private async scan(library: Library, scan: Scan, context: JobContext): Promise<ResultOf<Job>> {
    this.announcements.announce('source', library.id);
    const fileSystem = await this.mount.fileSystemOf(library);
    const comparison = await this.folder.compare(library, scan.id, context.signal);
    const { found, unchanged } = comparison;
    // A scan that begins again must not forget what it had found to do before.
    const added = Math.max(scan.added, comparison.added);
    const changed = Math.max(scan.changed, comparison.changed);
    await this.database.scans.update(scan.id, { state: 'IMPORTING', found, added, changed, unchanged });
    await this.database.libraries.scanned(library.id, fileSystem);
    await this.importAll(library, scan, context);
    const gone = await this.takeGone.take(library, comparison.gone);
    return this.conclude(library, scan.id, { comparison, gone });
  }

  /** Works on the list beside the other importers, until nothing this scan has found is left on it. */
  private async importAll(library: Library, scan: Scan, { progress, signal }: JobContext): Promise<void> {
    const { arrivals, scans } = this.database;
    let left = await arrivals.leftOfScan(scan.id);
    if (left >= WORTH_HELP) await this.importers.wake(library.id);
    while (left > 0) {
      signal.throwIfAborted();
      const { claimed } = await this.importer.batch(library, signal);
      left = await arrivals.leftOfScan(scan.id);
      const done = (await scans.find(scan.id))?.done ?? 0;
      progress(done, done + left);
      this.announcements.announce('source', library.id);
      if (claimed > 0) continue;
      if (((await arrivals.nextDue(library.id)) ?? 0) > WAIT_AT_MOST_MS && !(await arrivals.isClaimed(scan.id))) break;
      await sleep(LOOK_AGAIN_MS, undefined, { signal });
    }
    await arrivals.release(scan.id);
  }

  private async conclude(
    library: Library,
    scanId: string,
    { comparison, gone }: { comparison: Comparison; gone: { count: number; held: string | null } },
  ): Promise<ResultOf<Job>> {
    const { held } = gone;
    await this.database.scans.update(scanId, { gone: gone.count, heldBecause: held });
    await this.database.scans.end(scanId, held === null ? 'COMPLETED' : 'HELD');
    if (held === null && library.confirmedGone !== null)
      await this.database.libraries.update(library.id, { confirmedGone: null });
    await this.follow.askForRest();
    const { added, changed, found, unchanged, failed, moved } = (await this.database.scans.find(scanId))!;
    const unreadable = comparison.unseen.unreadable.map(({ path, reason }) => `${path || '.'}: ${reason}`);
    const removed = held === null ? gone.count : 0;
    return { found, added, changed, unchanged, failed, moved, removed, held, unreadable: unreadable.slice(0, 100) };
  }

  /** A scan that was cancelled leaves nothing to be done; one whose worker stops is gone on with by the next. */
  private async giveUp(library: Library, scan: Scan, { error, signal }: { error: unknown; signal: AbortSignal }) {
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
