import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { READING_LANES, webdavSync } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { Jobs } from '@octavo/queue';

const EVERY_MS = 2_000;

/** Sees to it that files on other servers are looked into whenever there are some that are due. */
@Injectable()
export class WakeReaders implements OnApplicationBootstrap, BeforeApplicationShutdown {
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
    for (const libraryId of await this.database.arrivals.dueElsewhere()) await this.wake(libraryId);
  }

  /** Asks for the readers of a library. Asking for one that waits already changes nothing. */
  async wake(libraryId: string): Promise<void> {
    const payloads = Array.from({ length: READING_LANES }, (_, lane) => ({ libraryId, lane }));
    await this.jobs.addMany(webdavSync.jobs.readItems, payloads);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
