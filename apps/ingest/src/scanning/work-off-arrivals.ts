import { Injectable } from '@nestjs/common';
import type { JobContext } from '@octavo/contracts';
import { Announcements, Database, type FolderLibrary, type Scan } from '@octavo/database';
import { setTimeout as sleep } from 'node:timers/promises';
import { FollowUp } from '@octavo/intake';
import { Importer } from '../importing/importer.js';
import { WakeImporters } from '../importing/wake-importers.js';

const LOOK_AGAIN_MS = 300;
/** What is not due for so long is not waited for: it is looked at when its time comes. */
const WAIT_AT_MOST_MS = 3_000;
/** Fewer are done before the others have started. */
const WORTH_HELP = 50;

/** Has all that a scan found to do done. */
@Injectable()
export class WorkOffArrivals {
  constructor(
    private readonly database: Database,
    private readonly importer: Importer,
    private readonly importers: WakeImporters,
    private readonly followUp: FollowUp,
    private readonly announcements: Announcements,
  ) {}

  /** Works on the list beside the other importers, until nothing this scan has found is left on it. */
  async ofScan(library: FolderLibrary, scan: Scan, { progress, signal }: JobContext): Promise<void> {
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
    await this.followUp.scanned();
  }
}
