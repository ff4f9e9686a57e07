import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { IMPORT_LANES, ingest } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

const EVERY_MS = 5_000;

/**
 * Sees to it that the list of arrivals is worked on whenever something on it is due: files that had to settle, and what
 * was noted by a process that died before it could ask for anything.
 */
@Injectable()
export class WakeImporters implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    // Without the database there is nothing to ask for; the next look is seconds away.
    this.timer = setInterval(() => void this.look().catch(() => undefined), EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    for (const libraryId of await this.database.arrivals.due()) await this.wake(libraryId, 1);
  }

  /** Asks for importers of a library, as many as `lanes`. Asking for one that waits already changes nothing. */
  async wake(libraryId: string, lanes = IMPORT_LANES): Promise<void> {
    const payloads = Array.from({ length: lanes }, (_, lane) => ({ libraryId, lane }));
    await this.jobs.addMany(ingest.jobs.importArrivals, payloads);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
